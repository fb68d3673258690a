package coop.kumiai.shop.profile;

import coop.kumiai.accounts.Passkey;
import coop.kumiai.accounts.Passkeys;
import coop.kumiai.kernel.Refused;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Notice;
import coop.kumiai.web.Pages;
import coop.kumiai.web.PasskeyChallenges;
import coop.kumiai.web.RecentProof;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Show;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** パスキー of a member: registered, named, removed (X-ID-1). */
@Controller
@Allow(Who.MEMBER)
@RecentProof
class PasskeysPage {
    private final Passkeys passkeys;
    private final PasskeyChallenges challenges;
    private final Pages pages;
    private final Clock clock;

    PasskeysPage(Passkeys passkeys, PasskeyChallenges challenges, Pages pages, Clock clock) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{coop}/account/passkeys")
    View show(Visit visit, @RequestParam(defaultValue = "") String done) {
        return page(visit, notices(done), FormErrors.NONE);
    }

    @PostMapping("/{coop}/account/passkeys/options")
    ResponseEntity<String> options(Visit visit, HttpServletRequest request) {
        var challenge = challenges.begin(request);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(passkeys.creationOptions(visit.coopId(), visit.account(), challenge));
    }

    @PostMapping("/{coop}/account/passkeys")
    View register(
            Visit visit,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request) {
        try {
            var challenge = challenges.take(request);
            passkeys.register(visit.coopId(), visit.account(), challenge, credential, name);
            return SeeOther.at(visit.path("account/passkeys?done=registered"));
        } catch (Refused refused) {
            return page(visit, List.of(), FormErrors.ofWhole(refused.refusals()));
        }
    }

    @PostMapping("/{coop}/account/passkeys/{passkey}/name")
    View rename(
            Visit visit,
            @PathVariable String passkey,
            @RequestParam(defaultValue = "") String name) {
        passkeys.rename(visit.coopId(), visit.account(), passkey, name);
        return SeeOther.at(visit.path("account/passkeys?done=named"));
    }

    @PostMapping("/{coop}/account/passkeys/{passkey}/remove")
    View remove(Visit visit, @PathVariable String passkey) {
        passkeys.remove(visit.coopId(), visit.account(), passkey);
        return SeeOther.at(visit.path("account/passkeys?done=removed"));
    }

    private View page(Visit visit, List<Notice> notices, FormErrors errors) {
        var rows = passkeys.of(visit.coopId(), visit.account()).stream().map(this::row).toList();
        return pages.form(
                visit,
                "パスキー",
                "shop/profile/passkeys.jte",
                Map.of(
                        "rows",
                        rows,
                        "notices",
                        notices,
                        "name",
                        Field.text("name", "この端末の名前").hint("あとで見分けるための名前です。").optional()),
                errors);
    }

    private PasskeyRow row(Passkey passkey) {
        return new PasskeyRow(
                passkey.credentialId(),
                passkey.name(),
                moment(passkey.createdAt()),
                passkey.lastUsedAt().map(this::moment).orElse("まだありません"));
    }

    private String moment(Instant instant) {
        return Show.moment(LocalDateTime.ofInstant(instant, clock.getZone()));
    }

    private static List<Notice> notices(String done) {
        return switch (done) {
            case "registered" -> List.of(Notice.done("パスキーを登録しました。次からパスワードなしでログインできます。"));
            case "named" -> List.of(Notice.done("名前を変えました。"));
            case "removed" -> List.of(Notice.done("パスキーを取り消しました。端末に残っているものは、端末の設定で消してください。"));
            default -> List.of();
        };
    }
}
