package coop.kumiai.membership;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.members.Shares;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/**
 * From when until when a member reads My Page: from the first of the month after its registration
 * (M-USE-2) until the share capital has been paid back (M-LEAVE-1). The card follows it.
 */
@Service
public class MyPages {
    private final Members members;
    private final Invitations invitations;
    private final Shares shares;
    private final Clock clock;

    MyPages(Members members, Invitations invitations, Shares shares, Clock clock) {
        this.members = members;
        this.invitations = invitations;
        this.shares = shares;
        this.clock = clock;
    }

    /** What the account of a member may read. */
    public MyPageState of(CoopId coop, UUID accountId) {
        return members.byAccount(coop, accountId)
                .map(member -> of(coop, member))
                .orElseGet(MyPageState.Open::new);
    }

    private MyPageState of(CoopId coop, Member member) {
        if (member.hasLeft() && shares.holding(coop, member.memberId()).isEmpty()) {
            return new MyPageState.Closed();
        }
        return invitations
                .readableFrom(coop, member.memberId())
                .filter(LocalDate.now(clock)::isBefore)
                .<MyPageState>map(MyPageState.OpensOn::new)
                .orElseGet(MyPageState.Open::new);
    }
}
