package coop.kumiai.shop.profile;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.EmailAddress;
import coop.kumiai.accounts.EmailChanges;
import coop.kumiai.billing.ClosingTerms;
import coop.kumiai.members.Claim;
import coop.kumiai.members.Claims;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.members.PhoneNumber;
import coop.kumiai.membership.MailChoices;
import coop.kumiai.policies.Policies;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.shop.emoney.EMoneyEntrance;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Notice;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** マイページ: what is registered, and where it is changed (N-REG-3). */
@Controller
@Allow(Who.MEMBER)
class MyPage {
    private static final String REFUSED_CLAIM =
            "お申し出の組合員コード%sは、お店の名簿で確かめられませんでした（%s）。ほかの番号にお心当たりがあれば、お店にお電話ください。";

    private final SignedInMember signedIn;
    private final Members members;
    private final Claims claims;
    private final Accounts accounts;
    private final EmailChanges emails;
    private final MembershipNotices membership;
    private final MailChoices mailChoices;
    private final SignInWays ways;
    private final EMoneyEntrance eMoney;
    private final Policies policies;
    private final Pages pages;

    MyPage(
            SignedInMember signedIn,
            Members members,
            Claims claims,
            Accounts accounts,
            EmailChanges emails,
            MembershipNotices membership,
            MailChoices mailChoices,
            SignInWays ways,
            EMoneyEntrance eMoney,
            Policies policies,
            Pages pages) {
        this.signedIn = signedIn;
        this.members = members;
        this.claims = claims;
        this.accounts = accounts;
        this.emails = emails;
        this.membership = membership;
        this.mailChoices = mailChoices;
        this.ways = ways;
        this.eMoney = eMoney;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping("/{coop}/account")
    View show(
            Visit visit, @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        var member = signedIn.of(visit);
        if (eMoney.comesFirst(visit, member, request)) {
            return SeeOther.at(visit.path("account/wallet/begin"));
        }
        var shown = new HashMap<String, Object>();
        shown.put("member", member);
        shown.put("phone", PhoneNumber.print(member.phone()));
        shown.put("joining", joining(visit, member));
        shown.put("addresses", members.addresses(visit.coopId(), member.memberId()));
        shown.put("newsletter", mailChoices.wantsNewsletter(visit.coopId(), member.memberId()));
        shown.put("billed", policies.today(visit.coopId(), ClosingTerms.class).used());
        shown.put("eMoney", eMoney.words(visit, member).orElse(""));
        shown.put("notices", notices(visit, member, done));
        shown.putAll(signIn(visit));
        return pages.page(visit, "マイページ", myPage(visit), shown);
    }

    private Map<String, Object> signIn(Visit visit) {
        var account = accounts.get(visit.coopId(), visit.account());
        var pending = emails.pending(visit.coopId(), visit.account()).map(EmailAddress::address);
        return Map.of(
                "email",
                account.email(),
                "pendingEmail",
                pending.orElse(""),
                "secondFactor",
                ways.secondFactor(visit.coopId(), account),
                "passkeys",
                ways.passkeys(visit.coopId(), account));
    }

    private String myPage(Visit visit) {
        return visit.netShop() ? "shop/profile/myPage.jte" : "shop/profile/memberPage.jte";
    }

    private String joining(Visit visit, Member member) {
        return member.memberCode()
                .map(code -> "組合員コード " + code)
                .or(
                        () ->
                                members.shareDue(visit.coopId(), member.memberId())
                                        .map(
                                                share ->
                                                        "加入のお手続き中です。出資金%sを、はじめてのお届けのときにお預かりします。"
                                                                .formatted(share)))
                .orElse("組合員コードを、お店の名簿と照らし合わせています。");
    }

    /** What came of the member code that they gave when they registered, until they have joined. */
    private Optional<Notice> claim(Visit visit, Member member) {
        return claims.of(visit.coopId(), member.memberId())
                .filter(Claim::isRefused)
                .filter(it -> !member.hasJoined())
                .flatMap(
                        it ->
                                it.decision()
                                        .map(
                                                found ->
                                                        Notice.caution(
                                                                        REFUSED_CLAIM.formatted(
                                                                                it.code(),
                                                                                found.reason()))
                                                                .titled("組合員コードの確認")));
    }

    private List<Notice> notices(Visit visit, Member member, String done) {
        return Stream.of(
                        done(done).stream(),
                        claim(visit, member).stream(),
                        membership.of(visit, member).stream())
                .flatMap(it -> it)
                .toList();
    }

    private static List<Notice> done(String done) {
        return switch (done) {
            case "password" -> List.of(Notice.done("パスワードを変えました。ほかの機器でのログインはすべて切れました。"));
            case "email" -> List.of(Notice.done("メールアドレスを変えました。"));
            case "profile" -> List.of(Notice.done("登録の内容を変えました。"));
            default -> List.of();
        };
    }
}
