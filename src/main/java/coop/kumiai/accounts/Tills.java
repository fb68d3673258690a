package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * レジの端末: machines of a store that call the API on their own. Each has a secret of its own, which
 * buys tokens that last for a while; a till that was revoked is nobody at once. A till is never a
 * member nor staff.
 */
@Service
public class Tills {
    private static final int MOST_CHARACTERS = 40;
    private final TillStore store;
    private final Throttle throttle;
    private final Audit audit;
    private final Policies policies;
    private final Clock clock;

    Tills(TillStore store, Throttle throttle, Audit audit, Policies policies, Clock clock) {
        this.store = store;
        this.throttle = throttle;
        this.audit = audit;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * A new till of a store.
     *
     * @throws Refused without a name or a reason
     */
    @Transactional
    public IssuedTill issue(CoopId coop, String storeId, String name, UUID staff, String reason) {
        var called = JapaneseText.tidy(name);
        if (called.isEmpty() || called.codePointCount(0, called.length()) > MOST_CHARACTERS) {
            throw Refused.because(new TillRefusal.NoName(MOST_CHARACTERS));
        }
        var why = audit.reason(coop, reason, new TillRefusal.NoReason());
        var till = new Till(Ids.next(clock), storeId, called, clock.instant(), Optional.empty());
        var secret = RandomToken.fresh();
        store.insert(coop, till, RandomToken.hash(secret), staff);
        audit.note(coop, staff, "till.issued", till.tillId(), why);
        return new IssuedTill(till.tillId(), secret);
    }

    /**
     * From now on the till is nobody, its tokens too; one that was revoked stays so.
     *
     * @throws Refused without a reason
     */
    @Transactional
    public void revoke(CoopId coop, UUID tillId, UUID staff, String reason) {
        var why = audit.reason(coop, reason, new TillRefusal.NoReason());
        get(coop, tillId);
        if (store.revoke(coop, tillId, staff, clock.instant())) {
            audit.note(coop, staff, "till.revoked", tillId, why);
        }
    }

    /** All of a co-op, those at work first. */
    public List<Till> all(CoopId coop) {
        return store.all(coop);
    }

    /**
     * @throws NotFound when the co-op has no such till
     */
    public Till get(CoopId coop, UUID tillId) {
        return store.find(coop, tillId).orElseThrow(() -> new NotFound("till"));
    }

    /**
     * A token for a till that knows its secret. A refusal rolls nothing back: a wrong try stays
     * counted.
     *
     * @throws Refused when the secret is wrong, the till is revoked, or one must wait
     */
    @Transactional(noRollbackFor = Refused.class)
    public String signIn(CoopId coop, UUID tillId, String secret, String networkAddress) {
        var tried = new Throttle.Tried.ByStranger("till:" + tillId, networkAddress);
        throttle.admit(coop, tried);
        var till =
                store.bySecret(coop, tillId, RandomToken.hash(secret))
                        .orElseThrow(() -> Refused.because(new TillRefusal.WrongSecret()));
        throttle.forgive(coop, tried);
        var token = RandomToken.fresh();
        var now = clock.instant();
        var valid = policies.today(coop, TillTerms.class).tokenValid();
        store.insertToken(coop, RandomToken.hash(token), till.tillId(), now, now.plus(valid));
        return token;
    }

    /** Whose token this is, while it is valid. */
    public Optional<Till> byToken(CoopId coop, String token) {
        return store.byToken(coop, RandomToken.hash(token), clock.instant());
    }
}
