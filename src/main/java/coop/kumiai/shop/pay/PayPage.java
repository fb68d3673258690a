package coop.kumiai.shop.pay;

import coop.kumiai.accounts.Tills;
import coop.kumiai.kernel.Refused;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.stores.Stores;
import coop.kumiai.tills.AskedPayment;
import coop.kumiai.tills.TillCodes;
import coop.kumiai.wallet.PointUse;
import coop.kumiai.wallet.Wallets;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.UUID;

/**
 * レジの取引コードで払う (U-WAL-1): the till shows a QR code, which leads here; the member reads where and how
 * much, and presses once. Whoever cannot scan types the code.
 */
@Controller
@Allow(Who.MEMBER)
@RequestMapping("/{coop}/pay")
class PayPage {
    private final SignedInMember signedIn;
    private final TillCodes codes;
    private final Wallets wallets;
    private final Tills tills;
    private final Stores stores;
    private final Pages pages;

    PayPage(
            SignedInMember signedIn,
            TillCodes codes,
            Wallets wallets,
            Tills tills,
            Stores stores,
            Pages pages) {
        this.signedIn = signedIn;
        this.codes = codes;
        this.wallets = wallets;
        this.tills = tills;
        this.stores = stores;
        this.pages = pages;
    }

    @GetMapping
    View show(Visit visit, @RequestParam(defaultValue = "") String code) {
        if (code.isBlank()) {
            return form(visit, code, FormErrors.NONE);
        }
        var member = signedIn.of(visit).memberId();
        try {
            var asked = codes.ask(visit.coopId(), member, code);
            return confirm(visit, member, code, asked);
        } catch (Refused refused) {
            return form(visit, code, FormErrors.of(refused.refusals()));
        }
    }

    @PostMapping
    View pay(
            Visit visit,
            @RequestParam String code,
            @RequestParam(defaultValue = "first") String points) {
        var member = signedIn.of(visit).memberId();
        try {
            var use = points.equals("none") ? PointUse.NONE : PointUse.FIRST;
            var paid = codes.pay(visit.coopId(), member, code, use);
            return pages.page(
                    visit,
                    "お支払いが済みました",
                    "shop/pay/done.jte",
                    Map.of(
                            "receipt",
                            paid.receipt(),
                            "store",
                            stores.get(visit.coopId(), paid.receipt().shop()).name()));
        } catch (Refused refused) {
            return form(visit, "", FormErrors.ofWhole(refused.refusals()));
        }
    }

    private View form(Visit visit, String code, FormErrors errors) {
        return pages.form(
                visit,
                "レジで払う",
                "shop/pay/code.jte",
                Map.of(
                        "field",
                        Field.text("code", "取引コード")
                                .hint("レジの画面に出ている12文字です。大文字と小文字のどちらでも構いません。")
                                .value(code)
                                .with("autocomplete", "off")
                                .with("autocapitalize", "characters")
                                .errors(errors)),
                errors);
    }

    private View confirm(Visit visit, UUID member, String code, AskedPayment asked) {
        return pages.page(
                visit,
                "お支払いの確認",
                "shop/pay/confirm.jte",
                Map.of(
                        "asked",
                        asked,
                        "store",
                        stores.get(visit.coopId(), asked.storeId()).name(),
                        "till",
                        tills.get(visit.coopId(), asked.tillId()).name(),
                        "wallet",
                        wallets.of(visit.coopId(), member),
                        "code",
                        code));
    }
}
