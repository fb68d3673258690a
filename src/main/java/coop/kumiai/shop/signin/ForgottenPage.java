package coop.kumiai.shop.signin;

import coop.kumiai.accounts.MailProof.Purpose;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.accounts.RecoveryTerms;
import coop.kumiai.accounts.RecoveryTerms.Way;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.members.PhoneNumber;
import coop.kumiai.policies.Policies;
import coop.kumiai.shop.SentMail;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.UUID;

/**
 * パスワードを忘れた方: a mail with a link and a code, or with a 仮パスワード (N-REG-5, M-LOGIN-3, B-LOGIN-3). What
 * is answered never tells whether the address is registered.
 */
@Controller
@Allow(Who.VISITOR)
class ForgottenPage {
    private final MailProofs proofs;
    private final Members members;
    private final SentMail sentMail;
    private final Policies policies;
    private final Pages pages;

    ForgottenPage(
            MailProofs proofs, Members members, SentMail sentMail, Policies policies, Pages pages) {
        this.proofs = proofs;
        this.members = members;
        this.sentMail = sentMail;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping("/{coop}/sign-in/forgotten")
    View show(Visit visit) {
        return page(visit, "", "", FormErrors.NONE);
    }

    @PostMapping("/{coop}/sign-in/forgotten")
    View send(
            Visit visit,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String phone,
            HttpServletRequest request) {
        try {
            var mail =
                    proofs.askRecovery(
                            visit.coopId(),
                            email,
                            request.getRemoteAddr(),
                            account -> isTheirs(visit, account, phone));
            return SeeOther.at(visit.path("sign-in/forgotten/sent?mail=" + mail));
        } catch (Refused refused) {
            return page(visit, email, phone, FormErrors.of(refused.refusals()));
        }
    }

    @GetMapping("/{coop}/sign-in/forgotten/sent")
    View sent(Visit visit, @RequestParam UUID mail) {
        return sentPage(visit, mail, FormErrors.NONE);
    }

    @PostMapping("/{coop}/sign-in/forgotten/sent")
    View code(Visit visit, @RequestParam UUID mail, @RequestParam(defaultValue = "") String code) {
        try {
            var token = proofs.redeemCode(visit.coopId(), Purpose.RECOVERY, mail, code);
            return SeeOther.at(visit.path("sign-in/reset/" + token));
        } catch (Refused refused) {
            return sentPage(visit, mail, FormErrors.of(refused.refusals()));
        }
    }

    /** With the phone number where the co-op asks for it (B-LOGIN-3), in any writing. */
    private boolean isTheirs(Visit visit, UUID account, String phone) {
        return way(visit) != Way.LINK_AND_PHONE
                || members.byAccount(visit.coopId(), account)
                        .map(Member::phone)
                        .equals(PhoneNumber.read(phone));
    }

    private Way way(Visit visit) {
        return policies.today(visit.coopId(), RecoveryTerms.class).way();
    }

    private View page(Visit visit, String email, String phone, FormErrors errors) {
        return pages.form(
                visit,
                "パスワードを忘れた方",
                "shop/signin/forgotten.jte",
                Map.of(
                        "email",
                        Field.email("email", "登録したメールアドレス").value(email).errors(errors),
                        "phone",
                        Field.phone("phone", "登録した電話番号").value(phone).errors(errors),
                        "way",
                        way(visit)),
                errors);
    }

    private View sentPage(Visit visit, UUID mail, FormErrors errors) {
        return pages.form(
                visit,
                "メールをお送りしました",
                "shop/signin/sent.jte",
                Map.of(
                        "sent",
                        sentMail.about(visit.coopId(), Purpose.RECOVERY, mail),
                        "way",
                        way(visit)),
                errors);
    }
}
