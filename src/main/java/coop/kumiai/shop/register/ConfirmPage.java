package coop.kumiai.shop.register;

import coop.kumiai.accounts.Account;
import coop.kumiai.members.Application;
import coop.kumiai.members.BirthDate;
import coop.kumiai.members.PhoneNumber;
import coop.kumiai.members.Registration;
import coop.kumiai.members.Registrations;
import coop.kumiai.members.ShareTerms;
import coop.kumiai.policies.Policies;
import coop.kumiai.shop.MemberSessions;
import coop.kumiai.web.Allow;
import coop.kumiai.web.LetterLine;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;

/** 新規登録, last step: the letter that is confirmed, and what comes next (N-REG-1). */
@Controller
class ConfirmPage {
    private final Registrations registrations;
    private final MemberSessions sessions;
    private final MailGone mailGone;
    private final Policies policies;
    private final Pages pages;

    ConfirmPage(
            Registrations registrations,
            MemberSessions sessions,
            MailGone mailGone,
            Policies policies,
            Pages pages) {
        this.registrations = registrations;
        this.sessions = sessions;
        this.mailGone = mailGone;
        this.policies = policies;
        this.pages = pages;
    }

    @Allow(Who.VISITOR)
    @GetMapping("/{coop}/register/confirm/{token}")
    View show(Visit visit, @PathVariable String token) {
        return mailGone.unless(
                visit,
                () -> {
                    var registration = registrations.open(visit.coopId(), token);
                    return registration
                            .application()
                            .map(it -> page(visit, token, registration, it))
                            .orElseGet(() -> SeeOther.at(visit.path("register/open/" + token)));
                });
    }

    @Allow(Who.VISITOR)
    @PostMapping("/{coop}/register/confirm/{token}")
    View confirm(
            Visit visit,
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        return mailGone.unless(
                visit,
                () -> {
                    Account account = registrations.complete(visit.coopId(), token);
                    sessions.begin(visit.coopId(), account, request, response);
                    return SeeOther.at(visit.path("register/done"));
                });
    }

    @Allow(Who.MEMBER)
    @GetMapping("/{coop}/register/done")
    View done(Visit visit) {
        return pages.page(visit, "登録が完了しました", "shop/register/done.jte", Map.of());
    }

    private View page(
            Visit visit, String token, Registration registration, Application application) {
        var back = visit.path("register/open/" + token);
        return pages.page(
                visit,
                "登録内容の確認",
                "shop/register/confirm.jte",
                Map.of(
                        "salutation",
                        application.name().full() + " 様",
                        "lines",
                        lines(registration, application, back),
                        "joining",
                        joining(visit, application),
                        "token",
                        token));
    }

    private static List<LetterLine> lines(
            Registration registration, Application application, String back) {
        var name = application.name();
        var house =
                application.street()
                        + (application.building().isEmpty() ? "" : " " + application.building());
        return List.of(
                LetterLine.of("お名前", name.full() + "（" + name.fullKana() + "）", back + "#family"),
                LetterLine.of("メールアドレス", registration.email().address()),
                LetterLine.of("電話番号", PhoneNumber.print(application.phone()), back + "#phone"),
                LetterLine.of(
                        "生年月日", BirthDate.print(application.birthDate()), back + "#birthDate"),
                LetterLine.of("お届け先", registration.place().oneLine() + house, back + "#street"),
                LetterLine.of("パスワード", "お決めになったもの（表示しません）", back + "#password"));
    }

    private String joining(Visit visit, Application application) {
        var share = policies.today(visit.coopId(), ShareTerms.class).least();
        return switch (application.joining()) {
            case WEB ->
                    "あわせて、組合員への加入をお申し込みになります。出資金%sは、はじめてのお届けのときに、商品の代金とは別に現金でお預かりします。お預かりすると、組合員コードをお知らせします。"
                            .formatted(share);
            case IN_PERSON ->
                    "組合員への加入は、はじめてのお届けのときに担当者が承ります。出資金%sを、商品の代金とは別に現金でお預かりします。".formatted(share);
            case EXISTING, DESK ->
                    "組合員コード %s を、お店の名簿と照らし合わせます。出資金はお預かりしません。"
                            .formatted(application.claimedCode().orElseThrow());
        };
    }
}
