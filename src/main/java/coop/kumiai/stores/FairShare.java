package coop.kumiai.stores;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 優先枠: the last places of each slot are kept for members who cannot race for them (X-SLOT-2); by
 * store.
 *
 * @param percent of the places that are released; 0 keeps none
 * @param leastAge for members of this age or older; 0 for nobody by age
 * @param childrenUnder and for members whose youngest child is younger; 0 for nobody by children
 * @param untilDaysBefore until how many days before the slot's day they are kept
 * @param until and until when on that day; then they are everybody's
 */
@PolicyName("stores.fair-share")
public record FairShare(
        int percent, int leastAge, int childrenUnder, int untilDaysBefore, LocalTime until)
        implements Policy {
    public FairShare {
        if (percent < 0
                || percent >= SlotReleases.ALL
                || leastAge < 0
                || childrenUnder < 0
                || untilDaysBefore < 0
                || (percent > 0 && leastAge == 0 && childrenUnder == 0)) {
            throw new IllegalArgumentException("no share, or for nobody");
        }
    }

    /** Whether it asks members for their children. */
    public boolean isForParents() {
        return percent > 0 && childrenUnder > 0;
    }

    /** Whether places of a day are still kept. */
    boolean isKept(LocalDate day, LocalDateTime now) {
        return percent > 0 && now.isBefore(end(day));
    }

    boolean isFor(Shopper shopper, LocalDate today) {
        return shopper.birthDate()
                        .filter(it -> leastAge > 0 && years(it, today) >= leastAge)
                        .isPresent()
                || shopper.youngestChild()
                        .filter(it -> years(it, today) < childrenUnder)
                        .isPresent();
    }

    /** How many percent of the places whoever has no part in it may take of those released. */
    int leftOf(int released) {
        return released * (SlotReleases.ALL - percent) / SlotReleases.ALL;
    }

    /** {@code 70歳以上の方と3歳未満のお子さんがいる方}. */
    public String forWhom() {
        return Stream.of(
                        Optional.of("%d歳以上の方".formatted(leastAge)).filter(it -> leastAge > 0),
                        Optional.of("%d歳未満のお子さんがいる方".formatted(childrenUnder))
                                .filter(it -> childrenUnder > 0))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("と"));
    }

    /** {@code 前日の17時}. */
    public String endWords() {
        var day =
                switch (untilDaysBefore) {
                    case 0 -> "当日";
                    case 1 -> "前日";
                    default -> untilDaysBefore + "日前";
                };
        return day + "の" + JapaneseDates.time(until);
    }

    /** {@code 11/20(金) 17時}. */
    String endLabel(LocalDate day) {
        return JapaneseDates.moment(end(day).atZone(BusinessClock.JAPAN).toInstant());
    }

    private LocalDateTime end(LocalDate day) {
        return day.minusDays(untilDaysBefore).atTime(until);
    }

    private static int years(LocalDate birthDate, LocalDate today) {
        return Period.between(birthDate, today).getYears();
    }
}
