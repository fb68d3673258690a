package coop.kumiai.accounts;

import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a member may entrust to whom (M-CARE-1). */
final class RepresentationRules {
    private static final int MOST_DIGITS = 9;

    private RepresentationRules() {}

    /**
     * @param own the member's own address
     * @param standing the people who are invited or represent the member already
     */
    static List<MandateRefusal> refusals(
            TypedRepresentation typed,
            RepresentativeTerms terms,
            EmailAddress own,
            List<Representation> standing) {
        var refusals = new ArrayList<MandateRefusal>();
        var name = JapaneseText.tidy(typed.name());
        if (name.isEmpty()) {
            refusals.add(new MandateRefusal.NoName());
        } else if (JapaneseText.length(name) > terms.mostNameCharacters()) {
            refusals.add(new MandateRefusal.NameTooLong(terms.mostNameCharacters()));
        }
        if (Relation.find(typed.relation()).isEmpty()) {
            refusals.add(new MandateRefusal.NoRelation());
        }
        EmailAddress.read(typed.email())
                .ifPresentOrElse(
                        it -> email(it, own, standing).ifPresent(refusals::add),
                        () -> refusals.add(new MandateRefusal.NoEmail()));
        if (errands(typed).isEmpty()) {
            refusals.add(new MandateRefusal.NoErrand());
        }
        if (errands(typed).contains(Errand.ORDER) && yen(typed.orderLimit()).isEmpty()) {
            refusals.add(new MandateRefusal.NoLimit());
        }
        if (months(typed.months()).filter(it -> it <= terms.longestMonths()).isEmpty()) {
            refusals.add(new MandateRefusal.TooLong(terms.longestMonths()));
        }
        if (standing.size() >= terms.most()) {
            refusals.add(new MandateRefusal.TooMany(terms.most()));
        }
        return refusals;
    }

    private static Optional<MandateRefusal> email(
            EmailAddress email, EmailAddress own, List<Representation> standing) {
        if (email.folded().equals(own.folded())) {
            return Optional.of(new MandateRefusal.OwnEmail());
        }
        return standing.stream()
                .filter(it -> it.mandate().email().folded().equals(email.folded()))
                .findFirst()
                .map(it -> new MandateRefusal.StandsAlready(it.mandate().name()));
    }

    /** What was typed, once nothing of it is refused. */
    static Mandate mandate(TypedRepresentation typed, LocalDate today) {
        var errands = errands(typed);
        return new Mandate(
                JapaneseText.tidy(typed.name()),
                Relation.of(typed.relation()),
                EmailAddress.require(typed.email()),
                errands,
                errands.contains(Errand.ORDER) ? yen(typed.orderLimit()) : Optional.empty(),
                today.plusMonths(months(typed.months()).orElseThrow()));
    }

    /** Why an order of this sum is more than was entrusted (M-CARE-3). */
    static Optional<RepresentationRefusal> order(Mandate mandate, Yen total) {
        if (!mandate.errands().contains(Errand.ORDER)) {
            return Optional.of(new RepresentationRefusal.HasEnded());
        }
        return mandate.orderLimit()
                .filter(total::isMoreThan)
                .map(limit -> new RepresentationRefusal.AboveLimit(limit, total));
    }

    private static Set<Errand> errands(TypedRepresentation typed) {
        return Arrays.stream(Errand.values())
                .filter(it -> typed.errands().contains(it.code()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Integer> months(String typed) {
        return typed.matches("[1-9][0-9]?")
                ? Optional.of(Integer.valueOf(typed))
                : Optional.empty();
    }

    private static Optional<Yen> yen(String typed) {
        var digits = JapaneseText.digits(typed.replaceAll("[,，円¥￥]", ""));
        return digits.matches("[1-9][0-9]*") && digits.length() <= MOST_DIGITS
                ? Optional.of(Yen.of(Long.parseLong(digits)))
                : Optional.empty();
    }
}
