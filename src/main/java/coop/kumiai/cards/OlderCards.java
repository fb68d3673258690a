package coop.kumiai.cards;

import coop.kumiai.accounts.Audit;
import coop.kumiai.cards.OlderCard.Kind;
import coop.kumiai.cards.OlderCard.State;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Members;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 紙・ラミネートの組合員証 beside the digital one (U-CARD-1): staff record them, replace them and note their
 * loss, each with a reason that is written down; members see their own.
 */
@Service
public class OlderCards {
    private final OlderCardStore store;
    private final Members members;
    private final Audit audit;
    private final Clock clock;

    OlderCards(OlderCardStore store, Members members, Audit audit, Clock clock) {
        this.store = store;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of a member, the newest first. */
    public List<OlderCard> of(CoopId coop, UUID memberId) {
        return store.of(coop, memberId);
    }

    /**
     * Records a card that a member has.
     *
     * @param number in any writing
     * @param issuedOn in any writing
     * @param replaces the card that it takes the place of, which is worth nothing from now on
     * @throws Refused when it is no number, or has been recorded, without a reason, or when the
     *     replaced one is not in use
     */
    @Transactional
    public void record(
            CoopId coop,
            UUID memberId,
            Kind kind,
            String number,
            String issuedOn,
            Optional<UUID> replaces,
            UUID staff,
            String reason) {
        members.get(coop, memberId);
        var today = LocalDate.now(clock);
        Refused.unless(OlderCardRules.wrong(number, issuedOn, today));
        var why = reason(coop, reason);
        replaces.ifPresent(it -> end(coop, memberId, it, State.REPLACED, staff, why));
        var card =
                new OlderCard(
                        Ids.next(clock),
                        memberId,
                        kind,
                        OlderCardRules.number(number).orElseThrow(),
                        OlderCardRules.issuedOn(issuedOn, today).orElseThrow(),
                        State.VALID,
                        Optional.empty(),
                        "");
        if (!store.insert(coop, card, clock.instant())) {
            throw Refused.because(new OlderCardRefusal.NumberTaken(card.number()));
        }
        audit.note(coop, staff, "older-card.recorded", memberId, card.number() + " " + why);
    }

    /**
     * A card was lost; whoever finds it gets no member price with it.
     *
     * @throws Refused without a reason, or when it is not in use
     */
    @Transactional
    public void lose(CoopId coop, UUID memberId, UUID cardId, UUID staff, String reason) {
        end(coop, memberId, cardId, State.LOST, staff, reason(coop, reason));
    }

    /**
     * A card was given back, or shall not be used any more.
     *
     * @throws Refused without a reason, or when it is not in use
     */
    @Transactional
    public void giveUp(CoopId coop, UUID memberId, UUID cardId, UUID staff, String reason) {
        end(coop, memberId, cardId, State.ENDED, staff, reason(coop, reason));
    }

    private void end(CoopId coop, UUID memberId, UUID cardId, State state, UUID staff, String why) {
        var card = store.find(coop, memberId, cardId).orElseThrow(() -> new NotFound("older card"));
        if (!store.end(coop, memberId, cardId, state, why, clock.instant())) {
            throw Refused.because(new OlderCardRefusal.NotInUse(card.state()));
        }
        audit.note(coop, staff, "older-card." + state.code(), memberId, card.number() + " " + why);
    }

    private String reason(CoopId coop, String typed) {
        return audit.reason(coop, typed, new OlderCardRefusal.NoReason());
    }
}
