package coop.kumiai.shop.profile;

import coop.kumiai.accounts.OpenSignIn;
import coop.kumiai.accounts.OpenSignIns;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Notice;
import coop.kumiai.web.Pages;
import coop.kumiai.web.RecentProof;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Show;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** ご利用中の端末: where one is signed in, and the way to end it there (X-ID-1). */
@Controller
@Allow(Who.MEMBER)
@RecentProof
class DevicesPage {
    private final OpenSignIns open;
    private final Pages pages;
    private final Clock clock;

    DevicesPage(OpenSignIns open, Pages pages, Clock clock) {
        this.open = open;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{coop}/account/devices")
    View show(Visit visit, @RequestParam(defaultValue = "") String done) {
        var rows =
                open.of(visit.coopId(), visit.account()).stream()
                        .map(it -> row(visit, it))
                        .toList();
        return pages.page(
                visit,
                "ご利用中の端末",
                "shop/profile/devices.jte",
                Map.of("rows", rows, "notices", notices(done)));
    }

    @PostMapping("/{coop}/account/devices/{signIn}/end")
    View end(Visit visit, @PathVariable UUID signIn) {
        open.end(visit.coopId(), visit.account(), signIn);
        return SeeOther.at(visit.path("account/devices?done=one"));
    }

    @PostMapping("/{coop}/account/devices/end-others")
    View endOthers(Visit visit) {
        open.endOthers(visit.coopId(), visit.account(), visit.signIn());
        return SeeOther.at(visit.path("account/devices?done=others"));
    }

    private DeviceRow row(Visit visit, OpenSignIn signIn) {
        return new DeviceRow(
                signIn.signInId(),
                signIn.device(),
                moment(signIn.begunAt()),
                moment(signIn.lastUsedAt()),
                signIn.signInId().equals(visit.signIn()));
    }

    private String moment(Instant instant) {
        return Show.moment(LocalDateTime.ofInstant(instant, clock.getZone()));
    }

    private static List<Notice> notices(String done) {
        return switch (done) {
            case "one" -> List.of(Notice.done("その端末でのログインを切りました。"));
            case "others" -> List.of(Notice.done("ほかの端末でのログインをすべて切りました。"));
            default -> List.of();
        };
    }
}
