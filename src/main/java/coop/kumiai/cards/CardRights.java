package coop.kumiai.cards;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Member;
import coop.kumiai.membership.MyPageState;
import coop.kumiai.membership.MyPages;

import org.springframework.stereotype.Component;

import java.util.Optional;

/**
 * Who may have a card: members with a registered My Page, as long as it is open (M-CARD-1, M-USE-1,
 * M-LEAVE-1). Asked anew each time, so that a card ends the moment My Page does.
 */
@Component
class CardRights {
    private final MyPages myPages;

    CardRights(MyPages myPages) {
        this.myPages = myPages;
    }

    /** Why a member may have none; empty when they may. */
    Optional<CardRefusal> refusal(CoopId coop, Member member) {
        return member.accountId()
                .map(it -> ofMyPage(myPages.of(coop, it)))
                .orElseGet(() -> Optional.of(new CardRefusal.NoMyPage()))
                .or(() -> ofMembership(member));
    }

    private static Optional<CardRefusal> ofMyPage(MyPageState state) {
        return switch (state) {
            case MyPageState.Open() -> Optional.empty();
            case MyPageState.OpensOn(var day) -> Optional.of(new CardRefusal.OpensLater(day));
            case MyPageState.Closed() -> Optional.of(new CardRefusal.EndedWithMyPage());
        };
    }

    private static Optional<CardRefusal> ofMembership(Member member) {
        return member.memberCode().isPresent()
                ? Optional.empty()
                : Optional.of(new CardRefusal.NotJoinedYet());
    }
}
