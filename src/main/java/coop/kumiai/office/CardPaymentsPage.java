package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.Orders;
import coop.kumiai.payments.CardDifference;
import coop.kumiai.payments.CardSettlements;
import coop.kumiai.payments.CardShortfalls;
import coop.kumiai.payments.CardToSettle;
import coop.kumiai.payments.NewShortfall;
import coop.kumiai.payments.ShortfallWay;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * カード決済 at the desk: what people have to look at, and the processor's settlement held against ours.
 */
@Controller
@Allow(Who.DESK)
@NetShop
@RequestMapping("/{coop}/office/cards")
class CardPaymentsPage {
    private static final int MOST_BAD_LINES = 200;
    private final CardSettlements settlements;
    private final CardShortfalls shortfalls;
    private final Orders orders;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Pages pages;

    CardPaymentsPage(
            CardSettlements settlements,
            CardShortfalls shortfalls,
            Orders orders,
            Audit audit,
            TransactionTemplate transaction,
            Pages pages) {
        this.settlements = settlements;
        this.shortfalls = shortfalls;
        this.orders = orders;
        this.audit = audit;
        this.transaction = transaction;
        this.pages = pages;
    }

    @GetMapping
    View show(Visit visit) {
        return page(visit, List.of(), CardSettling.EMPTY, FormErrors.NONE);
    }

    @PostMapping
    View take(Visit visit, @RequestParam Optional<MultipartFile> file) throws IOException {
        var sent = file.filter(it -> !it.isEmpty());
        if (sent.isEmpty()) {
            return page(
                    visit,
                    List.of(),
                    CardSettling.EMPTY,
                    FormErrors.of("file", "決済会社から受け取った精算データを選んでください。"));
        }
        var kept = Files.createTempFile("settlement", ".csv");
        try {
            sent.get().transferTo(kept);
            settlements.take(visit.coopId(), kept, visit.account());
            return SeeOther.at(visit.path("office/cards"));
        } catch (ImportRefused refused) {
            var sentence = "ファイルに誤りが%,d件あります。なにも取り込んでいません。".formatted(refused.badLines().size());
            return page(
                    visit, refused.badLines(), CardSettling.EMPTY, FormErrors.of("file", sentence));
        } finally {
            Files.delete(kept);
        }
    }

    /** もう一度確かめる: the job asks the processor again at once. */
    @PostMapping("/look-again")
    View lookAgain(Visit visit) {
        settlements.lookAgain(visit.coopId());
        return SeeOther.at(visit.path("office/cards"));
    }

    /** 不足額の精算: what the card has not paid was paid at the counter, or is not asked for. */
    @PostMapping("/settle")
    View settle(
            Visit visit,
            @RequestParam(defaultValue = "") String payment,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String reason) {
        var typed = new CardSettling(payment, way, reason);
        try {
            transaction.executeWithoutResult(status -> settleNow(visit, typed));
        } catch (Refused refused) {
            return page(visit, List.of(), typed, FormErrors.of(refused.refusals()));
        }
        return SeeOther.at(visit.path("office/cards"));
    }

    private void settleNow(Visit visit, CardSettling typed) {
        var coop = visit.coopId();
        var chosen =
                typed.chosen(open(coop)).orElseThrow(() -> because(CardSettlingRefusal.NO_PAYMENT));
        var order = orders.get(coop, chosen.orderId().orElseThrow());
        var way =
                ShortfallWay.of(typed.way()).orElseThrow(() -> because(CardSettlingRefusal.NO_WAY));
        var why = audit.reason(coop, typed.reason(), CardSettlingRefusal.NO_REASON);
        shortfalls.settle(
                coop, new NewShortfall(chosen.ref(), chosen.rest(), way, why, visit.account()));
        var told =
                "%s　カード%s、不足%sは%s：%s"
                        .formatted(
                                order.number(), chosen.captured(), chosen.rest(), way.label(), why);
        audit.note(coop, visit.account(), "card.shortfall-settled", order.memberId(), told);
    }

    private static Refused because(CardSettlingRefusal refusal) {
        return Refused.because(refusal);
    }

    /** Those payments of orders that staff can settle. */
    private List<CardToSettle> open(CoopId coop) {
        return settlements.toSettle(coop).stream()
                .filter(it -> it.canBeSettled() && it.orderId().isPresent())
                .toList();
    }

    private View page(
            Visit visit, List<BadLine> badLines, CardSettling settling, FormErrors errors) {
        var coop = visit.coopId();
        return pages.form(
                visit,
                "カード決済",
                "office/cards.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "troubles",
                        settlements.toSettle(coop).stream().map(it -> trouble(coop, it)).toList(),
                        "settling",
                        settling.form(open(coop), it -> number(coop, it.orderId()), errors),
                        "differences",
                        settlements.differences(coop).stream()
                                .map(it -> difference(coop, it))
                                .toList(),
                        "badLines",
                        badLines.stream().limit(MOST_BAD_LINES).toList()),
                errors);
    }

    private CardRow trouble(CoopId coop, CardToSettle it) {
        return new CardRow(
                number(coop, it.orderId()),
                it.owed().toString(),
                (it.captured().isZero() ? it.authorised() : it.captured()).toString(),
                it.trouble().sentence());
    }

    private CardRow difference(CoopId coop, CardDifference it) {
        return new CardRow(
                number(coop, it.orderId()),
                it.ours().map(Yen::toString).orElse("なし"),
                it.theirs().map(Yen::toString).orElse("なし"),
                "決済会社の番号 " + it.gatewayOrder());
    }

    private String number(CoopId coop, Optional<UUID> order) {
        return order.map(it -> orders.get(coop, it).number()).orElse("");
    }
}
