package coop.kumiai.shop.profile;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.members.Member;
import coop.kumiai.membership.CardNames;
import coop.kumiai.membership.Leaving;
import coop.kumiai.membership.Leavings;
import coop.kumiai.web.Notice;
import coop.kumiai.web.Visit;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What a member has to know of the membership just now: leaving, and the name on the card. */
@Component
class MembershipNotices {
    private final Leavings leavings;
    private final CardNames cardNames;

    MembershipNotices(Leavings leavings, CardNames cardNames) {
        this.leavings = leavings;
        this.cardNames = cardNames;
    }

    List<Notice> of(Visit visit, Member member) {
        var leaving = leavings.of(visit.coopId(), member.memberId()).map(this::leaving);
        var card = cardNames.changesOn(visit.coopId(), member.memberId()).map(this::card);
        return Stream.concat(leaving.stream(), card.filter(_ -> !visit.netShop()).stream())
                .toList();
    }

    /** Who is leaving is told to look at the statements before My Page closes (M-LEAVE-1). */
    private Notice leaving(Leaving leaving) {
        return Notice.caution(
                        "%sに脱退となります。出資金をお返しすると、マイページとカードはお使いになれなくなります。明細は、それまでにご覧になり、必要なものをお手元に控えてください。"
                                .formatted(JapaneseDates.fullDay(leaving.effectiveOn())))
                .titled("脱退の届出を受け付けています");
    }

    private Notice card(LocalDate day) {
        return Notice.info("組合員証のお名前は、%sから新しいお名前になります。".formatted(JapaneseDates.day(day)));
    }
}
