package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * 前払式支払手段 as the law has them (資金決済法, X-WAL-4).
 *
 * @param baseMonths on the last days of which the unused balance is fixed (基準日)
 * @param threshold above which a deposit and reports are due (第14条)
 * @param depositPercent of the unused balance
 * @param reportMonths after the base day, until when
 * @param refundPercentOfIssue of what was issued in the base period before: so much may be refunded
 *     for small reasons in one base period (第20条第5項)
 * @param refundPercentOfUnused of the last unused balance, where that is more
 */
@PolicyName("wallet.prepaid")
public record PrepaidTerms(
        List<Integer> baseMonths,
        Yen threshold,
        int depositPercent,
        int reportMonths,
        int refundPercentOfIssue,
        int refundPercentOfUnused)
        implements Policy {
    private static final int WHOLE = 100;

    public PrepaidTerms {
        baseMonths = baseMonths.stream().sorted().toList();
        if (baseMonths.isEmpty() || baseMonths.stream().anyMatch(it -> it < 1 || it > 12)) {
            throw new IllegalArgumentException("prepaid terms: base months");
        }
        if (depositPercent < 0 || depositPercent > WHOLE || reportMonths < 1) {
            throw new IllegalArgumentException("prepaid terms");
        }
    }

    /** The last base day on or before this one. */
    public LocalDate lastBaseDay(LocalDate day) {
        var month = YearMonth.from(day);
        while (!baseMonths.contains(month.getMonthValue()) || month.atEndOfMonth().isAfter(day)) {
            month = month.minusMonths(1);
        }
        return month.atEndOfMonth();
    }

    /** 要供託額: nothing up to the threshold; above it the part of all, rounded up. */
    public Yen deposit(Yen unused) {
        return unused.isMoreThan(threshold)
                ? Yen.of(Math.ceilDiv(Math.multiplyExact(unused.amount(), depositPercent), WHOLE))
                : Yen.ZERO;
    }

    /** Until when a base day is reported. */
    public LocalDate reportBy(LocalDate baseDay) {
        return YearMonth.from(baseDay).plusMonths(reportMonths).atEndOfMonth();
    }

    /** 払戻しの限度 of one base period. */
    public Yen mostRefunds(Yen issuedBefore, Yen unusedThen) {
        var ofIssue = issuedBefore.portionRoundedDown(refundPercentOfIssue, WHOLE);
        var ofUnused = unusedThen.portionRoundedDown(refundPercentOfUnused, WHOLE);
        return ofIssue.isMoreThan(ofUnused) ? ofIssue : ofUnused;
    }
}
