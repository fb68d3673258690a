package coop.kumiai.api;

import coop.kumiai.kernel.NotFound;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.web.Visit;

import org.springframework.stereotype.Component;

/** Who of the members calls. */
@Component
class CallingMember {
    private final Members members;

    CallingMember(Members members) {
        this.members = members;
    }

    /**
     * @throws NotFound when the account is no member's
     */
    Member of(Visit visit) {
        return members.byAccount(visit.coopId(), visit.account())
                .orElseThrow(() -> new NotFound("member"));
    }
}
