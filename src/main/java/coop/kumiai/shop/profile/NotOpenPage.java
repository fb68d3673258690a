package coop.kumiai.shop.profile;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.membership.MyPageState;
import coop.kumiai.membership.MyPages;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

import java.util.Map;

/** Says that My Page is not open yet (M-USE-2) or has ended (M-LEAVE-1). */
@Controller
@Allow(Who.MEMBER)
class NotOpenPage {
    private final MyPages myPages;
    private final Pages pages;

    NotOpenPage(MyPages myPages, Pages pages) {
        this.myPages = myPages;
        this.pages = pages;
    }

    @GetMapping("/{coop}/account/not-open")
    View show(Visit visit) {
        return switch (myPages.of(visit.coopId(), visit.account())) {
            case MyPageState.Open() -> SeeOther.at(visit.path("account"));
            case MyPageState.OpensOn(var day) ->
                    page(
                            visit,
                            "マイページの登録が済みました",
                            "マイページは%sからご覧になれます。".formatted(JapaneseDates.fullDay(day)));
            case MyPageState.Closed() ->
                    page(
                            visit,
                            "マイページは終了しました",
                            "出資金の払戻しが済み、マイページのご利用は終わりました。これまでありがとうございました。ご不明の点は事務局にお問い合わせください。");
        };
    }

    private View page(Visit visit, String title, String sentence) {
        return pages.page(
                visit,
                title,
                "shop/profile/notOpen.jte",
                Map.of("title", title, "sentence", sentence));
    }
}
