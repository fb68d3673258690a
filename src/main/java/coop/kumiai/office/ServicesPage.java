package coop.kumiai.office;

import coop.kumiai.connect.IssuedService;
import coop.kumiai.connect.Issuer;
import coop.kumiai.connect.Scope;
import coop.kumiai.connect.Services;
import coop.kumiai.connect.TypedService;
import coop.kumiai.kernel.Refused;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Choice;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Option;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * つながるサービス: which services may use the co-op's sign-in. A new one is given its secret once; one
 * that is needed no more is stopped at once. All with a reason that is written down.
 */
@Controller("officeServicesPage")
@Allow(Who.MANAGER)
@RequestMapping("/{coop}/office/services")
class ServicesPage {
    private final Services services;
    private final Issuer issuer;
    private final Pages pages;

    ServicesPage(Services services, Issuer issuer, Pages pages) {
        this.services = services;
        this.issuer = issuer;
        this.pages = pages;
    }

    @GetMapping
    View list(Visit visit) {
        return pages.page(
                visit,
                "つながるサービス",
                "office/services/services.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "rows",
                        services.all(visit.coopId())));
    }

    @GetMapping("/new")
    View ask(Visit visit) {
        var nothing = new TypedService("", "", Set.of(), "", "", true);
        return form(visit, nothing, "", FormErrors.NONE);
    }

    /** Shows the secret, once. */
    @PostMapping("/new")
    View register(
            Visit visit,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") List<String> scopes,
            @RequestParam(defaultValue = "server") String kind,
            @RequestParam(defaultValue = "") String redirects,
            @RequestParam(defaultValue = "") String returns,
            @RequestParam(defaultValue = "") String reason) {
        var typed =
                new TypedService(
                        name, purpose, Scope.all(scopes), redirects, returns, !kind.equals("app"));
        try {
            return issued(visit, services.register(visit.coopId(), typed, visit.account(), reason));
        } catch (Refused refused) {
            return form(visit, typed, reason, FormErrors.of(refused.refusals()));
        }
    }

    @GetMapping("/{service}")
    View show(Visit visit, @PathVariable UUID service) {
        return page(visit, service, "", FormErrors.NONE);
    }

    /** Shows the new secret, once. */
    @PostMapping("/{service}/secret")
    View renewSecret(
            Visit visit,
            @PathVariable UUID service,
            @RequestParam(defaultValue = "") String reason) {
        try {
            return issued(
                    visit, services.renewSecret(visit.coopId(), service, visit.account(), reason));
        } catch (Refused refused) {
            return page(visit, service, "", FormErrors.of(refused.refusals()));
        }
    }

    @PostMapping("/{service}/end")
    View end(
            Visit visit,
            @PathVariable UUID service,
            @RequestParam(defaultValue = "") String reason) {
        try {
            services.end(visit.coopId(), service, visit.account(), reason);
            return page(visit, service, "サービスを止めました。いまから組合員の情報を受け取れません。", FormErrors.NONE);
        } catch (Refused refused) {
            return page(visit, service, "", FormErrors.of(refused.refusals()));
        }
    }

    private View issued(Visit visit, IssuedService issued) {
        return pages.page(
                visit,
                "サービスに入れるもの",
                "office/services/issued.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "service",
                        services.get(visit.coopId(), issued.serviceId()),
                        "secret",
                        issued.secret().orElse(""),
                        "issuer",
                        issuer.of(visit.coopId())));
    }

    private View page(Visit visit, UUID service, String sentence, FormErrors errors) {
        var known = services.get(visit.coopId(), service);
        return pages.form(
                visit,
                known.name(),
                "office/services/service.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "service",
                        known,
                        "issuer",
                        issuer.of(visit.coopId()),
                        "sentence",
                        sentence,
                        "reason",
                        reason("例：契約が終わった。監査の記録に残ります。", "", errors)),
                errors);
    }

    private View form(Visit visit, TypedService typed, String reason, FormErrors errors) {
        return pages.form(
                visit,
                "サービスの登録",
                "office/services/new.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "words",
                        words(typed, errors),
                        "scopes",
                        scopes(typed),
                        "kind",
                        kind(typed),
                        "addresses",
                        addresses(typed, reason, errors)),
                errors);
    }

    private static List<Field> words(TypedService typed, FormErrors errors) {
        return List.of(
                Field.text("name", "サービスの名前")
                        .hint("組合員に見える名前です。例：料理教室の予約")
                        .value(typed.name())
                        .errors(errors),
                Field.text("purpose", "サービスの説明")
                        .hint("「サービスの名前は、」に続く文です。例：料理教室を予約するサービスです。")
                        .value(typed.purpose())
                        .errors(errors));
    }

    private static Choice scopes(TypedService typed) {
        var options =
                Arrays.stream(Scope.values())
                        .filter(it -> it != Scope.OPENID)
                        .map(it -> Option.of(it.code(), it.words()))
                        .toArray(Option[]::new);
        return Choice.anyOf("scopes", "尋ねてよい情報", options)
                .hint("サービスに要るものだけを選んでください。組合員が同意したものだけを渡します。")
                .chosen(typed.scopes().stream().map(Scope::code).collect(Collectors.toSet()))
                .optional();
    }

    private static Choice kind(TypedService typed) {
        return Choice.oneOf(
                        "kind",
                        "種類",
                        Option.of("server", "サーバーのサービス", "合言葉をしまっておけるもの"),
                        Option.of("app", "アプリ", "スマートフォンのアプリなど、合言葉を隠せないもの"))
                .chosen(typed.confidential() ? "server" : "app");
    }

    private static List<Field> addresses(TypedService typed, String reason, FormErrors errors) {
        return List.of(
                Field.longText("redirects", "ログインのあとに戻るアドレス")
                        .hint("1行に1つ。1文字ずつ同じときだけ使えます。例：https://kyoushitsu.example.jp/back")
                        .value(typed.redirects())
                        .errors(errors),
                Field.longText("returns", "ログアウトのあとに戻るアドレス")
                        .hint("1行に1つ。")
                        .value(typed.returns())
                        .errors(errors)
                        .optional(),
                reason("例：料理教室の予約を始める。監査の記録に残ります。", reason, errors));
    }

    private static Field reason(String hint, String typed, FormErrors errors) {
        return Field.text("reason", "理由").hint(hint).value(typed).errors(errors);
    }
}
