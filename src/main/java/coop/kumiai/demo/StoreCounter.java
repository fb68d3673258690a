package coop.kumiai.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The books of the stand-in collector: numbers that were issued, and whether somebody paid. */
@Component
@Profile("demo")
class StoreCounter {
    private static final long FIRST_NUMBER = 3_200_000_000_001L;
    private final Map<String, StoreSlip> slips = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong(FIRST_NUMBER);
    private final Clock clock;

    StoreCounter(Clock clock) {
        this.clock = clock;
    }

    StoreSlip issue(
            String shop, String orderId, String cvsCode, String name, long amount, Instant until) {
        var number = next.getAndIncrement();
        var slip =
                new StoreSlip(
                        shop,
                        orderId,
                        cvsCode,
                        name,
                        amount,
                        Long.toString(number),
                        "%05d".formatted(number % 100_000),
                        until,
                        false);
        if (slips.putIfAbsent(key(shop, orderId), slip) != null) {
            throw new ProcessorBook.Refusal(400, "E01040010");
        }
        return slip;
    }

    Optional<StoreSlip> find(String shop, String orderId) {
        return Optional.ofNullable(slips.get(key(shop, orderId)));
    }

    Optional<StoreSlip> byNumber(String receiptNo) {
        return slips.values().stream().filter(it -> it.receiptNo().equals(receiptNo)).findFirst();
    }

    /** Somebody pays at the register, unless it is too late. */
    void pay(StoreSlip slip) {
        slips.computeIfPresent(
                key(slip.shop(), slip.orderId()),
                (key, it) -> clock.instant().isBefore(it.until()) ? it.asPaid() : it);
    }

    /** The latest first. */
    List<StoreSlip> all() {
        return slips.values().stream()
                .sorted(Comparator.comparing(StoreSlip::receiptNo).reversed())
                .toList();
    }

    private static String key(String shop, String orderId) {
        return shop + " " + orderId;
    }
}
