package coop.kumiai.notifications;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Members;

import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.UUID;

/** Finds where a letter goes. Somebody who has closed the account gets none any more. */
@Component
class Recipients {
    private final Members members;
    private final Accounts accounts;

    Recipients(Members members, Accounts accounts) {
        this.members = members;
        this.accounts = accounts;
    }

    Optional<Recipient> member(CoopId coop, UUID memberId) {
        return members.get(coop, memberId).accountId().flatMap(id -> account(coop, id));
    }

    Optional<Recipient> account(CoopId coop, UUID accountId) {
        return accounts.find(coop, accountId)
                .map(it -> new Recipient(it.accountId(), it.displayName(), it.email()));
    }
}
