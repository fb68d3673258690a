package coop.kumiai.shop.emoney;

import coop.kumiai.documents.PaperSeller;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.stores.Store;
import coop.kumiai.stores.Stores;
import coop.kumiai.wallet.Channel;
import coop.kumiai.wallet.ChargeTerms;
import coop.kumiai.wallet.Openings;
import coop.kumiai.wallet.PointTerms;
import coop.kumiai.wallet.WalletLimits;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

import java.util.Arrays;
import java.util.Map;

/** 電子マネーのご利用の開始 (U-SIGN-1): what it is, and one button. */
@Controller
@Allow(Who.MEMBER)
@RequestMapping("/{coop}/account/wallet")
class BeginPage {
    private final SignedInMember signedIn;
    private final Openings openings;
    private final Stores stores;
    private final Policies policies;
    private final Pages pages;

    BeginPage(
            SignedInMember signedIn,
            Openings openings,
            Stores stores,
            Policies policies,
            Pages pages) {
        this.signedIn = signedIn;
        this.openings = openings;
        this.stores = stores;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping("/begin")
    View show(Visit visit) {
        var terms = terms(visit);
        return openings.isToBegin(visit.coopId(), signedIn.of(visit).memberId())
                ? page(visit, terms, FormErrors.NONE)
                : SeeOther.at(visit.path("account/wallet"));
    }

    @PostMapping("/begin")
    View begin(Visit visit) {
        try {
            openings.begin(visit.coopId(), signedIn.of(visit));
            return SeeOther.at(visit.path("account/wallet?done=begun"));
        } catch (Refused refused) {
            return page(visit, terms(visit), FormErrors.of(refused.refusals()));
        }
    }

    /** The same, to be read again at any time. */
    @GetMapping("/terms")
    View read(Visit visit) {
        return pages.page(
                visit, "電子マネーのご利用の条件", "shop/emoney/terms.jte", Map.of("terms", terms(visit)));
    }

    private View page(Visit visit, EMoneyTerms terms, FormErrors errors) {
        return pages.form(
                visit, "電子マネーを始める", "shop/emoney/begin.jte", Map.of("terms", terms), errors);
    }

    /**
     * @throws NotFound where the co-op has no e-money
     */
    private EMoneyTerms terms(Visit visit) {
        var coop = visit.coopId();
        var opening = openings.terms(coop);
        if (!opening.used()) {
            throw new NotFound("e-money");
        }
        return new EMoneyTerms(
                opening,
                policies.today(coop, PaperSeller.class),
                policies.today(coop, WalletLimits.class),
                policies.today(coop, PointTerms.class),
                Arrays.stream(Channel.values())
                        .map(it -> way(visit, it))
                        .filter(it -> it.terms().open())
                        .toList(),
                stores.all(coop).stream().map(Store::name).toList());
    }

    private EMoneyTerms.Way way(Visit visit, Channel channel) {
        return new EMoneyTerms.Way(
                channel, policies.today(visit.coopId(), ChargeTerms.class, channel.code()));
    }
}
