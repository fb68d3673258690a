package coop.kumiai.wallet;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.Yen;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * キャンペーン (X-WAL-2): points beyond those of every payment, as data.
 *
 * @param name as it stands on receipts
 * @param bearer who pays for the points
 * @param rate parts of ten thousand of what is paid by e-money
 * @param jans how the codes begin that it is for; none: all
 * @param excludedJans how the codes begin that earn nothing
 * @param when days and hours
 * @param shops where; none: everywhere
 * @param mostPerMember points that one member gets out of it
 * @param budget points that all get out of it; not one beyond
 */
public record Campaign(
        String code,
        String name,
        String bearer,
        int rate,
        List<String> jans,
        List<String> excludedJans,
        When when,
        List<String> shops,
        Optional<Yen> mostPerMember,
        Optional<Yen> budget) {

    /**
     * @param weekdays none: every day
     * @param until the first moment of the day at which it is over; midnight: the end of the day
     */
    public record When(
            LocalDate firstDay,
            LocalDate lastDay,
            Set<DayOfWeek> weekdays,
            LocalTime from,
            LocalTime until) {

        boolean includes(Instant moment) {
            var local = moment.atZone(BusinessClock.JAPAN);
            var day = local.toLocalDate();
            var time = local.toLocalTime();
            return !day.isBefore(firstDay)
                    && !day.isAfter(lastDay)
                    && (weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek()))
                    && !time.isBefore(from)
                    && (until.equals(LocalTime.MIDNIGHT) || time.isBefore(until));
        }
    }

    public Campaign {
        jans = List.copyOf(jans);
        excludedJans = List.copyOf(excludedJans);
        shops = List.copyOf(shops);
        if (rate <= 0) {
            throw new IllegalArgumentException("a campaign grants something");
        }
    }

    boolean isAt(String shop) {
        return shops.isEmpty() || shops.contains(shop);
    }

    /**
     * Whether a product counts; a till that does not know its products has only such as count for
     * all.
     */
    boolean isFor(String jan) {
        return (jans.isEmpty() || EarningRules.begins(jan, jans))
                && !EarningRules.begins(jan, excludedJans);
    }
}
