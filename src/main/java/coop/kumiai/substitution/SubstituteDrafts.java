package coop.kumiai.substitution;

import static java.util.stream.Collectors.toSet;

import coop.kumiai.catalog.Catalog;
import coop.kumiai.catalog.Jan;
import coop.kumiai.favourites.Favourites;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.policies.Policies;
import coop.kumiai.substitution.Substitute.State;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds what can be put in for short goods, and puts an offer together. */
@Component
class SubstituteDrafts {
    /** Of one category; far more than anybody looks through at a shelf. */
    private static final int MOST_OF_A_SHELF = 500;

    private final SubstituteStore store;
    private final LineWishes wishes;
    private final Catalog catalog;
    private final Favourites favourites;
    private final Policies policies;
    private final Clock clock;

    SubstituteDrafts(
            SubstituteStore store,
            LineWishes wishes,
            Catalog catalog,
            Favourites favourites,
            Policies policies,
            Clock clock) {
        this.store = store;
        this.wishes = wishes;
        this.catalog = catalog;
        this.favourites = favourites;
        this.policies = policies;
        this.clock = clock;
    }

    /** What can be put in for a line that is short, the most alike first. */
    List<Suggestion> suggestions(CoopId coop, Order order, OrderLine line, int pieces) {
        var sort = catalog.product(coop, line.jan());
        if (sort.isEmpty()) {
            return List.of();
        }
        var slot = order.slot();
        var rates = order.current().totals().rates();
        var wish = wish(coop, order.id(), line.number());
        var price = order.current().totals().inTaxOf(line.withQuantity(1));
        var shelf =
                catalog.shelf(
                        coop,
                        slot.storeId(),
                        slot.day(),
                        sort.get().category(),
                        Optional.empty(),
                        MOST_OF_A_SHELF);
        return SuggestionRules.suggest(
                sort.get(),
                price,
                shelf.offers(),
                favourites(coop, order, wish),
                taken(coop, order),
                pieces,
                wish,
                rates,
                policies.today(coop, SubstituteTerms.class));
    }

    private Optional<LineWish> wish(CoopId coop, UUID orderId, int line) {
        return Optional.ofNullable(wishes.ofOrder(coop, orderId).get(line));
    }

    /** The member's own list, where they want something out of it. */
    private Set<Jan> favourites(CoopId coop, Order order, Optional<LineWish> wish) {
        return wish.filter(it -> it.kind() == LineWish.Kind.MY_LIST)
                .map(it -> favourites.of(coop, order.memberId(), order.slot().storeId()))
                .orElse(Set.of());
    }

    /** What is in the order already, or offered for it. */
    private Set<Jan> taken(CoopId coop, Order order) {
        return Stream.concat(
                        order.current().lines().stream().map(OrderLine::jan),
                        store.ofOrders(coop, List.of(order.id())).stream()
                                .map(it -> it.goods().jan()))
                .collect(toSet());
    }

    /**
     * What offering a product for a short line would make of it, without offering it.
     *
     * @throws Refused when the member wants none, or it is none of the suggestions
     */
    Substitute draft(CoopId coop, Order order, OrderLine line, int pieces, Jan jan) {
        var way =
                Way.of(wish(coop, order.id(), line.number()), order.current().wishes().shortage());
        if (way == Way.NOT || pieces <= 0) {
            throw Refused.because(new SubstitutionRefusal.NotWanted(line.name()));
        }
        var terms = policies.today(coop, SubstituteTerms.class);
        var chosen = suggested(coop, order, line, pieces, jan);
        return new Substitute(
                Ids.next(clock),
                order.id(),
                order.slot(),
                line.number(),
                nextLine(coop, order),
                goods(chosen),
                pieces,
                chosen.inTax(),
                way,
                way == Way.RULE ? State.ACCEPTED : State.OPEN,
                terms.takenUnanswered(),
                until(order, way, terms),
                Optional.empty());
    }

    Suggestion suggested(CoopId coop, Order order, OrderLine line, int pieces, Jan jan) {
        return suggestions(coop, order, line, pieces).stream()
                .filter(it -> it.offer().jan().equals(jan))
                .findFirst()
                .orElseThrow(
                        () -> Refused.because(new SubstitutionRefusal.NotSuggested(line.name())));
    }

    static Substitute.Goods goods(Suggestion suggestion) {
        var product = suggestion.offer().product();
        return new Substitute.Goods(
                product.jan(),
                product.name(),
                product.unit(),
                suggestion.offer().price().mode(),
                suggestion.offer().price().yen(),
                product.taxClass(),
                product.alcohol(),
                product.shelf());
    }

    private int nextLine(CoopId coop, Order order) {
        return Stream.concat(
                                order.current().lines().stream().map(OrderLine::number),
                                store.ofOrders(coop, List.of(order.id())).stream()
                                        .map(Substitute::newLine))
                        .mapToInt(it -> it)
                        .max()
                        .orElse(0)
                + 1;
    }

    /**
     * The van leaves with the hour of the slot; where it is late already, it waits for an answer.
     */
    private Instant until(Order order, Way way, SubstituteTerms terms) {
        var now = clock.instant();
        var leaves = order.current().startsAt();
        var byMail = now.plus(terms.answerWithin());
        if (!leaves.isAfter(now)) {
            return byMail;
        }
        return way == Way.PHONE || leaves.isBefore(byMail) ? leaves : byMail;
    }
}
