package coop.kumiai.shop;

import coop.kumiai.kernel.NotFound;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.web.Visit;

import org.springframework.stereotype.Component;

/** The member behind a visit, for pages that only members see. */
@Component
public class SignedInMember {
    private final Members members;

    SignedInMember(Members members) {
        this.members = members;
    }

    /**
     * @throws NotFound when the account belongs to no member
     */
    public Member of(Visit visit) {
        return members.byAccount(visit.coopId(), visit.account())
                .orElseThrow(() -> new NotFound("member"));
    }
}
