package coop.kumiai.office;

import coop.kumiai.catalog.Catalog;
import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.TaxRates;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policies;
import coop.kumiai.wallet.ReceiptLine;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what a stall sells: products by their bar code at the store's price of today, else amounts.
 */
@Component
class StallBaskets {
    private static final Pattern AMOUNT = Pattern.compile("[1-9][0-9]{0,5}");
    private static final int MOST = 100;
    private final Catalog catalog;
    private final Policies policies;
    private final Clock clock;

    StallBaskets(Catalog catalog, Policies policies, Clock clock) {
        this.catalog = catalog;
        this.policies = policies;
        this.clock = clock;
    }

    /** What a form kept; an item that is none any more is left out. */
    StallBasket read(CoopId coop, String storeId, List<String> items) {
        var kept = new ArrayList<String>();
        var lines = new ArrayList<ReceiptLine>();
        for (var item : items.subList(0, Math.min(MOST, items.size()))) {
            line(coop, storeId, item)
                    .ifPresent(
                            it -> {
                                kept.add(item);
                                lines.add(it);
                            });
        }
        return new StallBasket(List.copyOf(kept), List.copyOf(lines));
    }

    /** What was typed or scanned, as the form keeps it; empty when it is neither. */
    Optional<String> item(CoopId coop, String storeId, String typed) {
        var digits = JapaneseText.digits(typed).replace(",", "").replace("円", "");
        return line(coop, storeId, digits).map(any -> digits);
    }

    private Optional<ReceiptLine> line(CoopId coop, String storeId, String item) {
        if (AMOUNT.matcher(item).matches()) {
            return Optional.of(new ReceiptLine("", "お買上げ", 1, Yen.of(Long.parseLong(item))));
        }
        var today = LocalDate.now(clock);
        var rates = policies.at(coop, TaxRates.class, today);
        return Jan.read(item)
                .flatMap(it -> catalog.offer(coop, storeId, today, it))
                .map(
                        it ->
                                new ReceiptLine(
                                        it.jan().digits(),
                                        it.product().name(),
                                        1,
                                        it.piecePrice().inTax(rates.percent(it.taxClass()))));
    }
}
