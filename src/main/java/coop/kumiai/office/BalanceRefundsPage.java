package coop.kumiai.office;

import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.MemberCode;
import coop.kumiai.members.Members;
import coop.kumiai.members.PersonName;
import coop.kumiai.wallet.BalanceRefund;
import coop.kumiai.wallet.BalanceRefunds;
import coop.kumiai.wallet.RefundReason;
import coop.kumiai.wallet.Wallet;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.LetterLine;
import coop.kumiai.web.Option;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** 残高の払戻し (X-WAL-4): to whom and why, the letter, and it is paid out and in the books. */
@Controller
@Allow(Who.MANAGER)
@RequestMapping("/{coop}/office/wallets/refunds")
class BalanceRefundsPage {
    private static final int ON_A_PAGE = 50;
    private final BalanceRefunds refunds;
    private final Members members;
    private final Pages pages;

    BalanceRefundsPage(BalanceRefunds refunds, Members members, Pages pages) {
        this.refunds = refunds;
        this.members = members;
        this.pages = pages;
    }

    /** What was typed. */
    private record Typed(String code, String reason, String note) {
        RefundReason why() {
            return RefundReason.of(reason).orElse(RefundReason.SMALL);
        }
    }

    @GetMapping
    View show(Visit visit) {
        return form(visit, new Typed("", "", ""), "", FormErrors.NONE);
    }

    @PostMapping
    View check(
            Visit visit,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note) {
        var typed = new Typed(code, reason, note);
        var member = member(visit, code);
        if (member.isEmpty()) {
            return form(visit, typed, "", FormErrors.of("code", "この組合員コードの組合員は登録されていません。"));
        }
        try {
            return letter(
                    visit,
                    typed,
                    member.get(),
                    refunds.check(visit.coopId(), member.get().memberId(), typed.why(), note));
        } catch (NotFound none) {
            return form(visit, typed, "", FormErrors.of("code", "この組合員は、電子マネーをお持ちではありません。"));
        } catch (Refused refused) {
            return form(visit, typed, "", FormErrors.of(refused.refusals()));
        }
    }

    @PostMapping("/confirm")
    View payOut(
            Visit visit,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note) {
        var typed = new Typed(code, reason, note);
        var member = member(visit, code).orElseThrow(() -> new NotFound("member"));
        try {
            var paid =
                    refunds.payOut(
                            visit.coopId(), member.memberId(), typed.why(), note, visit.account());
            var done = "%sさんに%sをお渡しください。電子マネーは解約になりました。".formatted(member.name().full(), paid);
            return form(visit, new Typed("", "", ""), done, FormErrors.NONE);
        } catch (Refused refused) {
            return form(visit, typed, "", FormErrors.of(refused.refusals()));
        }
    }

    private Optional<Member> member(Visit visit, String code) {
        return MemberCode.parse(code).flatMap(it -> members.byCode(visit.coopId(), it));
    }

    private View letter(Visit visit, Typed typed, Member member, Wallet wallet) {
        return pages.page(
                visit,
                "払戻しの確認",
                "office/wallets/refund.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "lines",
                        List.of(
                                LetterLine.of("組合員", member.name().full()),
                                LetterLine.of("お渡しする金額", wallet.money().toString()),
                                LetterLine.of("失効するポイント", "%,dポイント".formatted(wallet.points())),
                                LetterLine.of("理由", typed.why().words()),
                                LetterLine.of("確かめたこと", typed.note())),
                        "hidden",
                        Map.of(
                                "code",
                                typed.code(),
                                "reason",
                                typed.reason(),
                                "note",
                                typed.note())));
    }

    private View form(Visit visit, Typed typed, String done, FormErrors errors) {
        var latest = refunds.latest(visit.coopId(), ON_A_PAGE);
        return pages.form(
                visit,
                "残高の払戻し",
                "office/wallets/refunds.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "done",
                        done,
                        "fields",
                        List.of(
                                Field.digits("code", "組合員コード").value(typed.code()).errors(errors),
                                Field.select("reason", "理由", reasons())
                                        .value(typed.reason())
                                        .errors(errors),
                                Field.text("note", "確かめたこと")
                                        .hint("例：転出届を見せていただいた。帳簿に残ります。")
                                        .value(typed.note())
                                        .errors(errors)),
                        "room",
                        refunds.room(visit.coopId()),
                        "refunds",
                        latest,
                        "names",
                        names(visit, latest)),
                errors);
    }

    private Map<UUID, String> names(Visit visit, List<BalanceRefund> latest) {
        Map<UUID, PersonName> names =
                members.names(
                        visit.coopId(), latest.stream().map(BalanceRefund::memberId).toList());
        return names.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().full()));
    }

    private static List<Option> reasons() {
        return Arrays.stream(RefundReason.values())
                .map(it -> Option.of(it.code(), it.words()))
                .toList();
    }
}
