package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.MemberRegister;
import coop.kumiai.members.Members;
import coop.kumiai.members.Shares;
import coop.kumiai.membership.Invitations;
import coop.kumiai.membership.Leaving.Ground;
import coop.kumiai.membership.Leavings;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
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

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * 組合員 at the desk: found by name, code or phone, with a reason that is written down before anything
 * is shown, so no plain link leads to a member; then invitation, reduction, leaving, paying back.
 */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/members")
class MemberDeskPage {
    private final MemberRegister register;
    private final Members members;
    private final Shares shares;
    private final Invitations invitations;
    private final Leavings leavings;
    private final Audit audit;
    private final Pages pages;

    MemberDeskPage(
            MemberRegister register,
            Members members,
            Shares shares,
            Invitations invitations,
            Leavings leavings,
            Audit audit,
            Pages pages) {
        this.register = register;
        this.members = members;
        this.shares = shares;
        this.invitations = invitations;
        this.leavings = leavings;
        this.audit = audit;
        this.pages = pages;
    }

    @GetMapping
    View ask(Visit visit) {
        return list(visit, "", "", FormErrors.NONE);
    }

    @PostMapping
    View find(
            Visit visit,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String reason) {
        var errors = requireReason(visit, reason);
        if (JapaneseText.tidy(words).isEmpty()) {
            errors = errors.and("words", "お名前、組合員コード、電話番号のどれかを入れてください。");
        }
        return list(visit, words, reason, errors);
    }

    @PostMapping("/{member}")
    View show(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String reason) {
        var errors = requireReason(visit, reason);
        return errors.isEmpty()
                ? page(visit, member, reason, "", FormErrors.NONE)
                : list(visit, "", reason, errors);
    }

    @PostMapping("/{member}/invite")
    View invite(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String reason) {
        return done(
                visit,
                member,
                reason,
                "マイページの登録のご案内を送りました。",
                () -> invitations.invite(visit.coopId(), member, email, visit.account(), reason));
    }

    @PostMapping("/{member}/leave")
    View leave(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "WISH") Ground ground,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String reason) {
        return done(
                visit,
                member,
                reason,
                "脱退の届出を受け付けました。出資金をお返しするとマイページが終わります。明細は、それまでに見ていただくようお伝えください。",
                () ->
                        leavings.notice(
                                visit.coopId(), member, ground, visit.account(), note, reason));
    }

    @PostMapping("/{member}/stay")
    View stay(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String reason) {
        return done(
                visit,
                member,
                reason,
                "脱退の届出を取り下げました。",
                () -> leavings.withdraw(visit.coopId(), member, visit.account(), reason));
    }

    @PostMapping("/{member}/pay-back")
    View payBack(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String ref,
            @RequestParam(defaultValue = "") String reason) {
        return done(
                visit,
                member,
                reason,
                "出資金を払い戻しました。マイページは終了しました。",
                () -> leavings.payBack(visit.coopId(), member, visit.account(), ref, reason));
    }

    private View done(Visit visit, UUID member, String reason, String sentence, Runnable doing) {
        var missing = requireReason(visit, reason);
        if (!missing.isEmpty()) {
            return list(visit, "", reason, missing);
        }
        try {
            doing.run();
            return page(visit, member, reason, sentence, FormErrors.NONE);
        } catch (Refused refused) {
            return page(visit, member, reason, "", FormErrors.of(refused.refusals()));
        }
    }

    private View page(
            Visit visit, UUID memberId, String reason, String sentence, FormErrors errors) {
        var coop = visit.coopId();
        var member = members.get(coop, memberId);
        audit.note(coop, visit.account(), "member.looked-at", memberId, JapaneseText.tidy(reason));
        var all = new HashMap<String, Object>();
        all.put("sections", Workplace.sections(visit));
        all.put("member", member);
        all.put("reason", reason);
        all.put("sentence", sentence);
        all.put("addresses", members.addresses(coop, memberId));
        all.put("holding", shares.holding(coop, memberId));
        all.put("history", shares.history(coop, memberId).reversed());
        all.put("invitations", invitations.of(coop, memberId));
        all.put("leaving", leavings.of(coop, memberId));
        all.put("effectiveOn", leavings.effectiveOn(coop, Ground.WISH));
        return pages.form(
                visit, "組合員 " + member.name().full(), "office/members/member.jte", all, errors);
    }

    private View list(Visit visit, String words, String reason, FormErrors errors) {
        var search = errors.isEmpty() && !words.isEmpty();
        if (search) {
            audit.note(
                    visit.coopId(),
                    visit.account(),
                    "members.searched",
                    visit.account(),
                    JapaneseText.tidy(reason));
        }
        return pages.form(
                visit,
                "組合員",
                "office/members/members.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "words",
                        words,
                        "reason",
                        reason,
                        "searched",
                        search,
                        "most",
                        MemberRegister.MOST_FOUND,
                        "found",
                        search ? register.search(visit.coopId(), words) : java.util.List.of(),
                        "leavings",
                        leavings.underWay(visit.coopId())),
                errors);
    }

    private FormErrors requireReason(Visit visit, String typed) {
        var reason = JapaneseText.tidy(typed);
        return reason.isEmpty()
                ? FormErrors.NONE.and("reason", "理由を書いてください。だれがいつ、なぜ見たかを記録します。")
                : FormErrors.of(audit.tooLong(visit.coopId(), reason, "reason").stream().toList());
    }
}
