package coop.kumiai.connect;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Members;

import org.springframework.stereotype.Service;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a service is told about a member: what was asked for and agreed to, and nothing else. */
@Service
public class MemberClaims {
    private final Accounts accounts;
    private final Members members;

    MemberClaims(Accounts accounts, Members members) {
        this.accounts = accounts;
        this.members = members;
    }

    /** The claims of a grant; somebody who has not joined yet has no {@code member_number}. */
    public Map<String, Object> of(CoopId coop, Grant grant) {
        var account = accounts.get(coop, grant.asked().accountId());
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", grant.subject().toString());
        for (var scope : grant.asked().scopes()) {
            switch (scope) {
                case OPENID -> {}
                case PROFILE -> claims.put("name", account.displayName());
                case EMAIL -> claims.put("email", account.email());
                case MEMBER ->
                        members.byAccount(coop, account.accountId())
                                .flatMap(it -> it.memberCode())
                                .ifPresent(it -> claims.put("member_number", it.toString()));
            }
        }
        return claims;
    }
}
