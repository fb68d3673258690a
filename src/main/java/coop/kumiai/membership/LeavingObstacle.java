package coop.kumiai.membership;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.members.Member;

import java.util.List;

/**
 * What keeps a member from leaving just now: a module that owes a member something, or is owed, has
 * one of these (an open order, money on a card).
 */
public interface LeavingObstacle {
    /** Every reason, with the way out; empty when nothing stands in the way. */
    List<? extends Refusal> against(CoopId coop, Member member);
}
