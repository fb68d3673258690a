package coop.kumiai.web;

import coop.kumiai.accounts.Tills;
import coop.kumiai.policies.Coop;
import coop.kumiai.policies.Coops;

import org.springframework.stereotype.Component;

import java.util.Optional;

/** Bearer tokens of tills. */
@Component
class TillTokens implements BearerTokens {
    private final Tills tills;
    private final Coops coops;

    TillTokens(Tills tills, Coops coops) {
        this.tills = tills;
        this.coops = coops;
    }

    @Override
    public Optional<Caller> find(String coop, String token) {
        return coops.find(coop)
                .map(Coop::id)
                .flatMap(id -> tills.byToken(id, token).map(it -> SignedInTill.of(id, it)));
    }
}
