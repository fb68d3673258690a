package coop.kumiai.shop.requests;

import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Refused;
import coop.kumiai.membership.MemberRequest.Kind;
import coop.kumiai.membership.MemberRequests;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Choice;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Notice;
import coop.kumiai.web.Option;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * 届出とお問い合わせ (M-PAGE-1, M-PAGE-2): what is written here changes nothing by itself; below the form
 * stands how far each is.
 */
@Controller
@Allow(Who.MEMBER)
class RequestsPage {
    private static final int MOST_ABOUT = 60;
    private static final String SCHOOL_HINT = "勤務先の変更は新しい勤務先と日付、退職の届出は退職の日を書いてください。";
    private static final String SHOP_HINT =
            "取り扱ってほしい商品は、名前と、わかればメーカーを書いてください。傷んでいた、違っていた、足りなかったときは、"
                    + "ご注文番号と様子を書いてください。お店が確かめて、返金かお届け直しをします。";
    private final SignedInMember signedIn;
    private final MemberRequests requests;
    private final Pages pages;
    private final Clock clock;

    RequestsPage(SignedInMember signedIn, MemberRequests requests, Pages pages, Clock clock) {
        this.signedIn = signedIn;
        this.requests = requests;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{coop}/account/requests")
    View show(
            Visit visit,
            @RequestParam(defaultValue = "INQUIRY") Kind kind,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String done) {
        return page(visit, kind, begun(kind, about), !done.isEmpty(), FormErrors.NONE);
    }

    /** The first words of a request that a page leads to: what it is about is filled in. */
    private static String begun(Kind kind, String about) {
        var most = Math.min(JapaneseText.length(about), MOST_ABOUT);
        var words = about.substring(0, about.offsetByCodePoints(0, most));
        return switch (kind) {
            case PRODUCT_WISH -> "商品の名前：%s\nメーカー：".formatted(words);
            case GOODS_TROUBLE -> "ご注文番号：%s\n商品の名前：\nどのような様子か：".formatted(words);
            case WORKPLACE, RETIREMENT, INQUIRY -> "";
        };
    }

    @PostMapping("/{coop}/account/requests")
    View ask(
            Visit visit,
            @RequestParam(defaultValue = "INQUIRY") Kind kind,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String once) {
        try {
            requests.ask(visit.coopId(), signedIn.of(visit).memberId(), kind, body, once);
            return SeeOther.at(visit.path("account/requests?done=1"));
        } catch (Refused refused) {
            return page(visit, kind, body, false, FormErrors.of(refused.refusals()));
        }
    }

    private View page(Visit visit, Kind kind, String body, boolean done, FormErrors errors) {
        return pages.form(
                visit,
                "届出とお問い合わせ",
                "shop/requests/requests.jte",
                Map.of(
                        "kind",
                        Choice.oneOf("kind", "ご用件", kinds(visit))
                                .chosen(kind.name())
                                .errors(errors),
                        "body",
                        Field.longText("body", "内容")
                                .hint(visit.netShop() ? SHOP_HINT : SCHOOL_HINT)
                                .value(body)
                                .errors(errors),
                        "once",
                        Ids.next(clock).toString(),
                        "notices",
                        done ? List.of(Notice.done("受け付けました。確かめて、この画面とメールでお答えします。")) : List.of(),
                        "requests",
                        requests.of(visit.coopId(), signedIn.of(visit).memberId())),
                errors);
    }

    private List<Option> kinds(Visit visit) {
        return requests.kinds(visit.coopId()).stream()
                .map(kind -> Option.of(kind.name(), kind.label()))
                .toList();
    }
}
