package coop.kumiai.shop.emoney;

import coop.kumiai.kernel.NotFound;
import coop.kumiai.policies.Policies;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.stores.Store;
import coop.kumiai.stores.Stores;
import coop.kumiai.wallet.BearerTerms;
import coop.kumiai.wallet.MoneyTerms;
import coop.kumiai.wallet.Movement;
import coop.kumiai.wallet.MyWallet;
import coop.kumiai.wallet.Openings;
import coop.kumiai.wallet.WalletShown;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Notice;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Papers;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 電子マネー of the member: what there is, what happened, a file of it (U-WAL-1, U-WAL-7). */
@Controller
@Allow(Who.MEMBER)
@RequestMapping("/{coop}/account/wallet")
class EMoneyPage {
    private static final int ON_A_PAGE = 20;
    private final SignedInMember signedIn;
    private final MyWallet wallet;
    private final Openings openings;
    private final Stores stores;
    private final Policies policies;
    private final Papers papers;
    private final Pages pages;

    EMoneyPage(
            SignedInMember signedIn,
            MyWallet wallet,
            Openings openings,
            Stores stores,
            Policies policies,
            Papers papers,
            Pages pages) {
        this.signedIn = signedIn;
        this.wallet = wallet;
        this.openings = openings;
        this.stores = stores;
        this.policies = policies;
        this.papers = papers;
        this.pages = pages;
    }

    @GetMapping
    View show(
            Visit visit,
            @RequestParam Optional<UUID> before,
            @RequestParam(defaultValue = "") String done) {
        var member = signedIn.of(visit).memberId();
        var shown = wallet.of(visit.coopId(), member);
        if (shown.isEmpty()) {
            return toBegin(visit);
        }
        var found = wallet.movements(visit.coopId(), member, before, ON_A_PAGE + 1);
        var more = found.size() > ON_A_PAGE ? found.get(ON_A_PAGE - 1).receipt().postingId() : null;
        return pages.page(
                visit,
                "電子マネー",
                "shop/emoney/wallet.jte",
                Map.of(
                        "wallet", shown.get(),
                        "shops", shopNames(visit),
                        "notices", notices(visit, shown.get(), done),
                        "rows", rows(visit, found.stream().limit(ON_A_PAGE).toList()),
                        "first", before.isEmpty(),
                        "older", more == null ? "" : more.toString()));
    }

    @GetMapping("/csv")
    View csv(Visit visit) {
        var all = wallet.movements(visit.coopId(), signedIn.of(visit).memberId());
        return papers.csv(WalletCsv.of(all, words(visit)), "電子マネーの明細.csv");
    }

    private View toBegin(Visit visit) {
        if (!openings.terms(visit.coopId()).used()) {
            throw new NotFound("wallet");
        }
        return SeeOther.at(visit.path("account/wallet/begin"));
    }

    private List<MovementRow> rows(Visit visit, List<Movement> movements) {
        var words = words(visit);
        return movements.stream().map(words::row).toList();
    }

    private MovementWords words(Visit visit) {
        var shops = shopNames(visit);
        var coop = visit.coopId();
        return new MovementWords(
                code -> shops.getOrDefault(code, code),
                code -> policies.today(coop, MoneyTerms.class, code).name(),
                code -> policies.today(coop, BearerTerms.class, code).name());
    }

    private Map<String, String> shopNames(Visit visit) {
        return stores.all(visit.coopId()).stream()
                .collect(Collectors.toMap(Store::id, Store::name));
    }

    private static List<Notice> notices(Visit visit, WalletShown shown, String done) {
        return Stream.of(done(done), state(visit, shown)).flatMap(Optional::stream).toList();
    }

    private static Optional<Notice> done(String done) {
        return switch (done) {
            case "begun" -> Optional.of(Notice.done("電子マネーをお使いになれます。レジで組合員証のコードをお見せください。"));
            case "resumed" -> Optional.of(Notice.done("利用を再開しました。またお使いになれます。"));
            default -> Optional.empty();
        };
    }

    private static Optional<Notice> state(Visit visit, WalletShown shown) {
        return switch (shown.wallet().state()) {
            case ACTIVE -> Optional.empty();
            case UNVERIFIED ->
                    Optional.of(
                            Notice.caution("利用条件をお読みになり、ご利用を始めると、お使いになれます。残高とポイントはお預かりしています。")
                                    .titled("まだお使いになれません")
                                    .link("利用を始める", visit.path("account/wallet/begin")));
            case SUSPENDED ->
                    Optional.of(
                            Notice.caution("どのレジでもお支払いやチャージはできません。残高とポイントはそのままです。")
                                    .titled("利用を停止しています")
                                    .link("利用を再開する", visit.path("account/wallet/resume")));
            case CLOSED ->
                    Optional.of(Notice.info("もうお使いになれません。これまでの明細は、ここでご覧になれます。").titled("解約済みです"));
        };
    }
}
