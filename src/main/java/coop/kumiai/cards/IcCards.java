package coop.kumiai.cards;

import coop.kumiai.accounts.Audit;
import coop.kumiai.cards.IcCard.By;
import coop.kumiai.cards.IcCard.Papers;
import coop.kumiai.cards.IcCard.State;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Members;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * ICカード of members (U-WAL-1, U-WAL-5): issued at the desk, several at a time, suspended at any hour
 * by the member or by staff, issued again against identity papers and a fee. What staff do has a
 * reason that is written down.
 */
@Service
public class IcCards {
    private final IcCardStore store;
    private final IdmMarks marks;
    private final Members members;
    private final Audit audit;
    private final Policies policies;
    private final Clock clock;

    IcCards(
            IcCardStore store,
            IdmMarks marks,
            Members members,
            Audit audit,
            Policies policies,
            Clock clock) {
        this.store = store;
        this.marks = marks;
        this.members = members;
        this.audit = audit;
        this.policies = policies;
        this.clock = clock;
    }

    /** All of a member, the newest first. */
    public List<IcCard> of(CoopId coop, UUID memberId) {
        return store.of(coop, memberId);
    }

    public IcCardTerms terms(CoopId coop) {
        return policies.today(coop, IcCardTerms.class);
    }

    /**
     * Registers a card that a member has.
     *
     * @param idm of the chip, as the desk's reader sends it
     * @throws Refused when it is none, or in use, or one too many, or without a name or reason
     */
    @Transactional
    public IcCard issue(
            CoopId coop, UUID memberId, String idm, String name, UUID staff, String reason) {
        members.get(coop, memberId);
        store.lock(coop, memberId);
        var most = terms(coop).mostPerMember();
        if (of(coop, memberId).stream().filter(IcCard::isInUse).count() >= most) {
            throw Refused.because(new IcCardRefusal.TooManyCards(most));
        }
        var why = reason(coop, reason);
        var card =
                add(
                        coop,
                        fresh(memberId, name, why, Yen.ZERO),
                        idm,
                        Optional.empty(),
                        Optional.empty());
        audit.note(coop, staff, "ic-card.issued", memberId, card.name() + " " + why);
        return card;
    }

    /**
     * 再発行: another card takes the place of one that was lost or is broken, which pays no more from
     * now on. Balance and points are the wallet's and stay.
     *
     * @param papers by which staff have seen who it is
     * @param fee that was received
     * @throws Refused without papers, with another fee than the policy's, or when the old card is
     *     not in use, or the new one is
     */
    @Transactional
    public IcCard reissue(
            CoopId coop,
            UUID memberId,
            UUID oldCard,
            String idm,
            Optional<Papers> papers,
            Yen fee,
            UUID staff,
            String reason) {
        store.lock(coop, memberId);
        var seen = papers.orElseThrow(() -> Refused.because(new IcCardRefusal.NoPapers()));
        var due = terms(coop).reissueFee();
        if (!fee.equals(due)) {
            throw Refused.because(new IcCardRefusal.OtherFee(due));
        }
        var why = reason(coop, reason);
        var old = turn(coop, memberId, oldCard, State.REPLACED, Optional.empty(), why);
        var card =
                add(coop, fresh(memberId, old.name(), why, fee), idm, Optional.of(oldCard), papers);
        audit.note(
                coop,
                staff,
                "ic-card.reissued",
                memberId,
                "%s %s 手数料%s %s".formatted(card.name(), seen.label(), fee, why));
        return card;
    }

    /**
     * 利用停止 by staff, at any hour: only they resume it.
     *
     * @throws Refused without a reason, or when it is not in use
     */
    @Transactional
    public void suspend(CoopId coop, UUID memberId, UUID cardId, UUID staff, String reason) {
        turnByStaff(coop, memberId, cardId, State.SUSPENDED, staff, reason);
    }

    /**
     * 利用再開 by staff, also of what the member has suspended.
     *
     * @throws Refused without a reason, or when it is not suspended
     */
    @Transactional
    public void resume(CoopId coop, UUID memberId, UUID cardId, UUID staff, String reason) {
        turnByStaff(coop, memberId, cardId, State.ACTIVE, staff, reason);
    }

    /**
     * A card is used no more; its chip can be registered again.
     *
     * @throws Refused without a reason, or when it has ended
     */
    @Transactional
    public void end(CoopId coop, UUID memberId, UUID cardId, UUID staff, String reason) {
        turnByStaff(coop, memberId, cardId, State.ENDED, staff, reason);
    }

    /**
     * 利用停止 by the member on My Page (U-WAL-5). Whoever does it twice has it done.
     *
     * @throws Refused when the card has ended
     */
    @Transactional
    public void suspendOwn(CoopId coop, UUID memberId, UUID cardId, UUID account) {
        if (get(coop, memberId, cardId).state() == State.SUSPENDED) {
            return;
        }
        var by = Optional.of(By.MEMBER);
        turn(coop, memberId, cardId, State.SUSPENDED, by, "ご本人による停止");
        audit.note(coop, account, "ic-card.suspended", memberId, "");
    }

    /**
     * 利用再開 by the member of what they have suspended themselves.
     *
     * @throws Refused when staff have suspended it, or it has ended
     */
    @Transactional
    public void resumeOwn(CoopId coop, UUID memberId, UUID cardId, UUID account) {
        var card = get(coop, memberId, cardId);
        if (card.isActive()) {
            return;
        }
        if (card.state() == State.SUSPENDED && !card.isForTheMemberToResume()) {
            throw Refused.because(new IcCardRefusal.SuspendedByStaff());
        }
        turn(coop, memberId, cardId, State.ACTIVE, Optional.empty(), "ご本人による再開");
        audit.note(coop, account, "ic-card.resumed", memberId, "");
    }

    private void turnByStaff(
            CoopId coop, UUID memberId, UUID cardId, State next, UUID staff, String reason) {
        var why = reason(coop, reason);
        var by = Optional.of(By.STAFF).filter(any -> next == State.SUSPENDED);
        var card = turn(coop, memberId, cardId, next, by, why);
        audit.note(coop, staff, "ic-card." + next.code(), memberId, card.name() + " " + why);
    }

    private IcCard turn(
            CoopId coop, UUID memberId, UUID cardId, State next, Optional<By> by, String why) {
        var card = get(coop, memberId, cardId);
        IcCardRules.cannotBecome(card, next)
                .ifPresent(
                        no -> {
                            throw Refused.because(no);
                        });
        store.change(
                coop,
                new IcCard(
                        cardId,
                        memberId,
                        card.name(),
                        next,
                        by,
                        why,
                        card.issuedAt(),
                        clock.instant(),
                        card.fee()));
        return card;
    }

    private IcCard get(CoopId coop, UUID memberId, UUID cardId) {
        return store.hold(coop, memberId, cardId).orElseThrow(() -> new NotFound("IC card"));
    }

    private IcCard fresh(UUID memberId, String name, String why, Yen fee) {
        var called =
                IcCardRules.name(name)
                        .orElseThrow(
                                () ->
                                        Refused.because(
                                                new IcCardRefusal.NoCardName(
                                                        IcCardRules.MOST_NAME)));
        var now = clock.instant();
        return new IcCard(
                Ids.next(clock),
                memberId,
                called,
                State.ACTIVE,
                Optional.empty(),
                why,
                now,
                now,
                fee);
    }

    private IcCard add(
            CoopId coop,
            IcCard card,
            String idm,
            Optional<UUID> replaces,
            Optional<Papers> papers) {
        var mark =
                marks.of(coop, idm)
                        .orElseThrow(
                                () ->
                                        Refused.because(
                                                new IcCardRefusal.BadIdm(IcCardRules.IDM_SIGNS)));
        if (!store.insert(coop, card, mark, replaces, papers)) {
            throw Refused.because(new IcCardRefusal.IdmTaken());
        }
        return card;
    }

    private String reason(CoopId coop, String typed) {
        return audit.reason(coop, typed, new IcCardRefusal.NoIcReason());
    }
}
