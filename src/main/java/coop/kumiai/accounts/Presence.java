package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Component;

import java.util.UUID;

/** Whether somebody signed in is still the account's owner: by what they type. */
@Component
class Presence {
    private final AccountStore store;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Policies policies;

    Presence(AccountStore store, Passwords passwords, Throttle throttle, Policies policies) {
        this.store = store;
        this.passwords = passwords;
        this.throttle = throttle;
        this.policies = policies;
    }

    /**
     * Compares the present password, and the present address where the policy asks for it. An
     * account without a password (its owner has passkeys) has none to compare; what needs a proof
     * asks for one of another kind before.
     *
     * @throws Refused when they are wrong, or one must wait
     */
    void require(CoopId coop, UUID accountId, Present typed) {
        var secured = store.secured(coop, accountId).orElseThrow(() -> new NotFound("account"));
        if (secured.passwordHash() == null) {
            return;
        }
        throttle.admitPresent(coop, accountId);
        if (!isAddress(coop, secured.account(), typed.email())) {
            throw Refused.because(new AccountRefusal.WrongPresentEmail());
        }
        if (!passwords.matches(typed.password(), secured.passwordHash())) {
            throw Refused.because(new AccountRefusal.WrongPresentPassword());
        }
        throttle.forgivePresent(coop, accountId);
    }

    private boolean isAddress(CoopId coop, Account account, String typed) {
        return !policies.today(coop, ChangeTerms.class).presentAsked()
                || EmailAddress.read(typed)
                        .filter(
                                it ->
                                        it.folded()
                                                .equals(new EmailAddress(account.email()).folded()))
                        .isPresent();
    }
}
