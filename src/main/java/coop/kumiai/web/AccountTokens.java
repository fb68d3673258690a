package coop.kumiai.web;

import coop.kumiai.accounts.AccessTokens;
import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Coop;
import coop.kumiai.policies.Coops;

import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.Set;

/** Bearer tokens of accounts. */
@Component
class AccountTokens implements BearerTokens {
    private final AccessTokens tokens;
    private final Accounts accounts;
    private final Coops coops;

    AccountTokens(AccessTokens tokens, Accounts accounts, Coops coops) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.coops = coops;
    }

    @Override
    public Optional<Caller> find(String coop, String token) {
        return coops.find(coop).map(Coop::id).flatMap(id -> find(id, token));
    }

    private Optional<Caller> find(CoopId coop, String token) {
        return tokens.find(coop, token)
                .map(account -> SignedIn.of(coop, account, roles(coop, account)));
    }

    private Set<StaffRole> roles(CoopId coop, Account account) {
        return account.kind() == Account.Kind.STAFF
                ? accounts.roles(coop, account.accountId())
                : Set.of();
    }
}
