package coop.kumiai.substitution;

import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.Offer;
import coop.kumiai.catalog.Product;
import coop.kumiai.catalog.TaxRates;
import coop.kumiai.kernel.Yen;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which products can be put in for a short one, the most alike first; pure. */
final class SuggestionRules {
    private static final int WHOLE = 100;

    /** So many signs of the reading alike make two products of one kind: タマゴ, キャベツ. */
    private static final int ALIKE = 3;

    private SuggestionRules() {}

    /**
     * @param sort what was ordered
     * @param price of one piece of it, tax included
     * @param shelf what the store sells of its category that day
     * @param favourites the member's own list (お気に入り)
     * @param ordered what is in the order already
     */
    static List<Suggestion> suggest(
            Product sort,
            Yen price,
            Collection<Offer> shelf,
            Set<Jan> favourites,
            Set<Jan> ordered,
            int pieces,
            Optional<LineWish> wish,
            TaxRates rates,
            SubstituteTerms terms) {
        return shelf.stream()
                .filter(it -> !it.jan().equals(sort.jan()) && !ordered.contains(it.jan()))
                .filter(it -> canStandIn(it.product(), sort, pieces))
                .map(it -> new Suggestion(it, it.inTax(rates), isOfMaker(it.product(), sort)))
                .filter(
                        it ->
                                isWished(it, wish, favourites)
                                        && isNear(it.inTax(), price, wish, terms))
                .sorted(likest(sort, price))
                .limit(terms.mostSuggested())
                .toList();
    }

    /** Goods by weight have no price to agree on beforehand; alcohol stays with who ordered it. */
    private static boolean canStandIn(Product product, Product sort, int pieces) {
        return !product.soldByWeight()
                && (sort.alcohol() || !product.alcohol())
                && product.maxPerOrder().orElse(pieces) >= pieces;
    }

    private static boolean isOfMaker(Product product, Product sort) {
        return !sort.maker().isBlank() && product.maker().equals(sort.maker());
    }

    /** What the member wrote beforehand is kept to the letter. */
    private static boolean isWished(Suggestion it, Optional<LineWish> wish, Set<Jan> favourites) {
        return wish.map(
                        w ->
                                switch (w.kind()) {
                                    case NONE -> false;
                                    case SAME_MAKER -> it.sameMaker();
                                    case MY_LIST -> favourites.contains(it.offer().jan());
                                    case UP_TO -> !it.inTax().isMoreThan(w.upTo().orElseThrow());
                                    case ASK -> true;
                                })
                .orElse(true);
    }

    private static boolean isNear(
            Yen price, Yen sort, Optional<LineWish> wish, SubstituteTerms terms) {
        var far = sort.portionRoundedDown(terms.priceWithinPercent(), WHOLE);
        var isTooDear = price.isMoreThan(sort.plus(far));
        var isTooCheap = price.plus(far).isLessThan(sort);
        return wish.flatMap(LineWish::upTo).isPresent() ? !isTooCheap : !isTooDear && !isTooCheap;
    }

    private static Comparator<Suggestion> likest(Product sort, Yen price) {
        return Comparator.comparing((Suggestion it) -> !isAlike(it.offer().product(), sort))
                .thenComparing(it -> !it.sameMaker())
                .thenComparing(it -> Math.abs(it.inTax().amount() - price.amount()))
                .thenComparing(it -> it.offer().jan());
    }

    private static boolean isAlike(Product one, Product other) {
        return one.reading().length() >= ALIKE
                && other.reading().length() >= ALIKE
                && one.reading().substring(0, ALIKE).equals(other.reading().substring(0, ALIKE));
    }
}
