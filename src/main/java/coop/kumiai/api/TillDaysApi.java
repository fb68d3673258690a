package coop.kumiai.api;

import coop.kumiai.tills.TillClosing;
import coop.kumiai.tills.TillDays;
import coop.kumiai.tills.TillEntryKind;
import coop.kumiai.tills.TillTotals;
import coop.kumiai.web.Allow;
import coop.kumiai.web.SignedInTill;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** レジ締め: the day of a till, closed once however often it is asked for. */
@RestController
@RequestMapping("/api/v1/{coop}/till")
@Allow(Who.TILL)
class TillDaysApi {
    private final TillDays days;

    TillDaysApi(TillDays days) {
        this.days = days;
    }

    @PostMapping("/closings")
    @Operation(
            summary =
                    "Close the day of the till; asked again it answers as before, and what comes"
                            + " later belongs to the next day")
    ResponseEntity<ClosingJson> closeDay(
            Visit visit, SignedInTill till, @RequestBody CloseRequest asked) {
        var closed = days.close(visit.coopId(), till.tillId(), asked.day());
        return ResponseEntity.status(closed.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(ClosingJson.of(closed.closing()));
    }

    @GetMapping("/day")
    @Operation(summary = "What the till has done since it was closed last")
    TotalsOfTill openDay(Visit visit, SignedInTill till) {
        return TotalsOfTill.of(days.open(visit.coopId(), till.tillId()));
    }

    /**
     * @param day without: today
     */
    record CloseRequest(Optional<LocalDate> day) {}

    /**
     * @param number counted from one, for each till
     * @param seal over the sums, and over the seal of the closing before
     */
    record ClosingJson(
            int number, LocalDate day, OffsetDateTime closedAt, TotalsOfTill totals, String seal) {
        static ClosingJson of(TillClosing it) {
            return new ClosingJson(
                    it.number(),
                    it.day(),
                    Jst.of(it.closedAt()),
                    TotalsOfTill.of(it.totals()),
                    it.seal());
        }
    }

    /**
     * @param cash that should be in the drawer beside the float
     * @param sales payments less refunds
     */
    record TotalsOfTill(long cash, long sales, List<SumJson> kinds) {
        static TotalsOfTill of(TillTotals it) {
            return new TotalsOfTill(
                    it.cash().amount(),
                    it.sales().amount(),
                    Arrays.stream(TillEntryKind.values()).map(k -> SumJson.of(it, k)).toList());
        }
    }

    /**
     * @param kind {@code charge}, {@code payment}, {@code refund} or {@code void}
     * @param count how often
     * @param money of it e-money; of charges the cash
     * @param points of it points
     */
    record SumJson(String kind, int count, long money, long points) {
        static SumJson of(TillTotals totals, TillEntryKind kind) {
            var sum = totals.of(kind);
            return new SumJson(
                    kind.code(), sum.acts(), sum.money().amount(), sum.points().amount());
        }
    }
}
