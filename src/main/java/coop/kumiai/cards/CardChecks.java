package coop.kumiai.cards;

import coop.kumiai.kernel.CoopId;
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
 * What a till asks: whose code is this. A code is taken once, by whoever is first; a till learns no
 * more than it needs, and of a code that is not right nothing at all.
 */
@Service
public class CardChecks {
    private final CardStore store;
    private final CardSecrets secrets;
    private final CardRights rights;
    private final CardNames names;
    private final Members members;
    private final Policies policies;
    private final Clock clock;

    CardChecks(
            CardStore store,
            CardSecrets secrets,
            CardRights rights,
            CardNames names,
            Members members,
            Policies policies,
            Clock clock) {
        this.store = store;
        this.secrets = secrets;
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
        var read = CardCodeRules.read(text).orElseThrow(() -> refused(new CardRefusal.NoCode()));
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
        return checked(coop, member);
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

    private CheckedCard checked(CoopId coop, Member member) {
        return new CheckedCard(
                member.memberCode().orElseThrow(), names.shown(coop, member), member.hasJoined());
    }

    private static Refused refused(CardRefusal why) {
        return Refused.because(why);
    }
}
