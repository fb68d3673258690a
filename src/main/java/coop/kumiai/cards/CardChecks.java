package coop.kumiai.cards;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.membership.CardNames;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.UUID;

/**
 * What a till asks: whose code is this. A code is taken once, by whoever is first; the number of an
 * older card is not a code and pays nothing. A till learns no more than it needs, and of a code
 * that is not right nothing at all.
 */
@Service
public class CardChecks {
    private final CardStore store;
    private final CardSecrets secrets;
    private final OlderCardStore olderCards;
    private final CardRights rights;
    private final CardNames names;
    private final Members members;
    private final Policies policies;
    private final Clock clock;

    CardChecks(
            CardStore store,
            CardSecrets secrets,
            OlderCardStore olderCards,
            CardRights rights,
            CardNames names,
            Members members,
            Policies policies,
            Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.olderCards = olderCards;
        this.rights = rights;
        this.names = names;
        this.members = members;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Takes a code. A refusal rolls nothing back: nothing was changed before it, and the check
     * stays counted.
     *
     * @throws Refused when it is none, too old, taken before, of another co-op, of somebody whose
     *     My Page has ended, or when the till asks too often
     */
    @Transactional(noRollbackFor = Refused.class)
    public CheckedCard check(CoopId coop, UUID tillId, String text) {
        var terms = policies.today(coop, CardCodeTerms.class);
        if (store.count(coop, tillId, clock.instant()) > terms.mostPerMinute()) {
            throw refused(new CardRefusal.TooMany(terms.mostPerMinute()));
        }
        var read = CardCodeRules.read(text);
        return read.isPresent() ? digital(coop, read.get(), terms) : older(coop, text);
    }

    private CheckedCard digital(CoopId coop, CardCodeRules.Read read, CardCodeTerms terms) {
        if (!read.coop().equals(coop.code())) {
            throw refused(new CardRefusal.OfAnotherCoop());
        }
        var sealed =
                store.byNumber(coop, read.number())
                        .orElseThrow(() -> refused(new CardRefusal.Ended()));
        var step = step(coop, sealed, read.digits(), terms);
        var member = members.get(coop, sealed.card().memberId());
        rights.refusal(coop, member)
                .ifPresent(
                        why -> {
                            throw refused(why);
                        });
        if (!store.take(
                coop, sealed.card().cardId(), CardCodeRules.beginning(step, terms.valid()))) {
            throw refused(new CardRefusal.AlreadyTaken(terms.valid()));
        }
        return checked(coop, member, true);
    }

    /**
     * The printed number of an older card (U-CARD-1): good for the member price as often as it is
     * shown, and for nothing else.
     */
    private CheckedCard older(CoopId coop, String text) {
        var card =
                OlderCardRules.number(text)
                        .flatMap(it -> olderCards.byNumber(coop, it))
                        .orElseThrow(() -> refused(new CardRefusal.NoCode()));
        var member = members.get(coop, card.memberId());
        var accepted = policies.today(coop, OlderCardTerms.class).accepted();
        OlderCardRules.refusal(card.state(), member.hasJoined(), accepted)
                .ifPresent(
                        why -> {
                            throw refused(why);
                        });
        return checked(coop, member, false);
    }

    private long step(CoopId coop, CardStore.Sealed sealed, String digits, CardCodeTerms terms) {
        return CardCodeRules.stepOf(
                        secrets.open(coop, sealed),
                        coop,
                        sealed.card().memberId(),
                        digits,
                        clock.instant(),
                        terms)
                .orElseThrow(() -> refused(new CardRefusal.Expired(terms.valid())));
    }

    private CheckedCard checked(CoopId coop, Member member, boolean mayPay) {
        return new CheckedCard(
                member.memberCode().orElseThrow(),
                names.shown(coop, member),
                member.hasJoined(),
                mayPay);
    }

    private static Refused refused(Refusal why) {
        return Refused.because(why);
    }
}
