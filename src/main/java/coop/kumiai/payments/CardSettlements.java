package coop.kumiai.payments;

import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.CsvFile;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.kernel.Yen;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * 突合: the processor's settlement file against our rows, and what people have to look at.
 *
 * <p>The file has the columns {@code order_id} (our name of the order at the processor), {@code
 * status} ({@code SALES} for what was taken, {@code VOID} for what was given back whole), {@code
 * amount} in yen, {@code brand} and {@code settled_at} (ISO 8601).
 */
@Service
public class CardSettlements {
    private static final List<String> COLUMNS =
            List.of("order_id", "status", "amount", "brand", "settled_at");
    private static final String TAKEN = "SALES";
    private static final String GIVEN_BACK = "VOID";
    private final SettlementStore store;
    private final CardPaymentStore cards;
    private final PaymentStore payments;
    private final Clock clock;

    CardSettlements(
            SettlementStore store, CardPaymentStore cards, PaymentStore payments, Clock clock) {
        this.store = store;
        this.cards = cards;
        this.payments = payments;
        this.clock = clock;
    }

    /**
     * Takes a file, all of it or nothing; taken again it changes nothing.
     *
     * @return how many lines it had
     * @throws ImportRefused with every line that cannot be read
     */
    @Transactional
    public int take(CoopId coop, Path file, UUID staff) {
        var lines = CsvFile.read(file, COLUMNS);
        var bad = new ArrayList<BadLine>();
        var read = new ArrayList<SettlementStore.Line>();
        for (var line : lines) {
            try {
                read(line, read);
            } catch (DateTimeException | IllegalArgumentException senseless) {
                bad.add(new BadLine(line.number(), "この行は精算データの行として読めません。"));
            }
        }
        if (!bad.isEmpty()) {
            throw new ImportRefused(bad);
        }
        read.forEach(it -> store.put(coop, it, staff, clock.instant()));
        return lines.size();
    }

    /** Where the processor and we do not agree, as far as its files go. */
    public List<CardDifference> differences(CoopId coop) {
        return store.toldUntil(coop).map(it -> store.differences(coop, it)).orElse(List.of());
    }

    /** What the job could not settle with the processor. */
    public List<CardToSettle> toSettle(CoopId coop) {
        var troubles = cards.troubles(coop);
        var refs = troubles.keySet().stream().map(CardPayment::ref).toList();
        var paid = payments.find(coop, refs);
        return troubles.entrySet().stream()
                .map(it -> toSettle(it.getKey(), it.getValue(), paid.get(it.getKey().ref())))
                .toList();
    }

    private static CardToSettle toSettle(
            CardPayment card, CardTrouble trouble, @Nullable Payment payment) {
        var isDue =
                payment != null
                        && payment.state() == Payment.State.DUE
                        && payment.method() == PaymentMethod.CARD;
        var isShort = card.amount().isMoreThan(card.captured());
        return new CardToSettle(
                card.ref(),
                card.amount(),
                card.authorised(),
                card.captured(),
                isDue && isShort && card.wish() == CardPayment.Wish.CAPTURE,
                trouble);
    }

    /** Has the job look again at what it could not settle. */
    @Transactional
    public void lookAgain(CoopId coop) {
        cards.lookAgain(coop, clock.instant());
    }

    private static void read(CsvFile.Line line, List<SettlementStore.Line> read) {
        if (!line.isComplete()) {
            throw new IllegalArgumentException("cells are missing");
        }
        var cell = line.byColumn();
        var amount = Long.parseLong(cell.apply("amount"));
        if (amount < 0 || cell.apply("order_id").isEmpty()) {
            throw new IllegalArgumentException("no such order");
        }
        var status = cell.apply("status");
        if (status.equals(TAKEN) || status.equals(GIVEN_BACK)) {
            read.add(
                    new SettlementStore.Line(
                            cell.apply("order_id"),
                            status.equals(TAKEN) ? Yen.of(amount) : Yen.ZERO,
                            Instant.parse(cell.apply("settled_at"))));
        }
    }
}
