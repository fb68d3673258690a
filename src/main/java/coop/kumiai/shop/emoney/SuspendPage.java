package coop.kumiai.shop.emoney;

import coop.kumiai.kernel.Ids;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.wallet.MyWallet;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.RecentProof;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * 利用停止 and 利用再開 by the member, at any hour (U-WAL-5). To stop is one press, since a thief may be at
 * the till; to go on asks for a recent proof of who it is.
 */
@Controller
@Allow(Who.MEMBER)
@RequestMapping("/{coop}/account/wallet")
class SuspendPage {
    private final SignedInMember signedIn;
    private final MyWallet wallet;
    private final Pages pages;
    private final Clock clock;

    SuspendPage(SignedInMember signedIn, MyWallet wallet, Pages pages, Clock clock) {
        this.signedIn = signedIn;
        this.wallet = wallet;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/suspend")
    View askSuspend(Visit visit) {
        return ask(visit, "電子マネーの利用停止", "shop/emoney/suspend.jte");
    }

    @PostMapping("/suspend")
    View suspend(Visit visit, @RequestParam UUID key) {
        wallet.suspend(visit.coopId(), signedIn.of(visit).memberId(), "suspend:" + key);
        return SeeOther.at(visit.path("account/wallet"));
    }

    @RecentProof
    @GetMapping("/resume")
    View askResume(Visit visit) {
        return ask(visit, "電子マネーの利用再開", "shop/emoney/resume.jte");
    }

    @RecentProof
    @PostMapping("/resume")
    View resume(Visit visit, @RequestParam UUID key) {
        wallet.resume(visit.coopId(), signedIn.of(visit).memberId(), "resume:" + key);
        return SeeOther.at(visit.path("account/wallet?done=resumed"));
    }

    /** The key makes a form that is sent twice one instruction. */
    private View ask(Visit visit, String title, String template) {
        return pages.page(visit, title, template, Map.of("key", Ids.next(clock).toString()));
    }
}
