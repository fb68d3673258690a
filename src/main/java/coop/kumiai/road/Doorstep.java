package coop.kumiai.road;

import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What a driver's phone tells from a door. It may come twice, or late out of a place without a
 * connection: each message counts once, by its key, and one that no longer fits is refused as a
 * whole, so that nothing is recorded by half.
 */
@Service
public class Doorstep {
    private final DeliveryRuns runs;
    private final DoorStore store;
    private final Policies policies;
    private final Clock clock;

    Doorstep(DeliveryRuns runs, DoorStore store, Policies policies, Clock clock) {
        this.runs = runs;
        this.store = store;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Goods and cash changed hands (N-DELIV-1).
     *
     * @throws Refused with every reason why it cannot be so
     */
    @Transactional
    public void handOver(CoopId coop, Staff staff, Message message, AtTheDoor door) {
        var order = message.orderId();
        var image = door.photo().map(sent -> DoorImage.of(sent, photoTerms(coop)));
        once(
                coop,
                staff,
                message,
                "hand_over",
                () -> {
                    runs.count(coop, staff, order, door.counted());
                    runs.handOver(coop, staff, order, door.said());
                    image.ifPresent(it -> keep(coop, staff, order, it));
                });
    }

    /**
     * Nobody was at home (N-DELIV-2).
     *
     * @throws Refused when it is not on the road
     */
    @Transactional
    public void bringBack(CoopId coop, Staff staff, Message message) {
        once(
                coop,
                staff,
                message,
                "bring_back",
                () -> runs.bringBack(coop, staff, message.orderId()));
    }

    /**
     * The age of whoever receives is not certain: the alcohol goes back (N-ALC-1).
     *
     * @throws Refused when it is not on the road, or there is nothing else in it
     */
    @Transactional
    public void keepAlcohol(CoopId coop, Staff staff, Message message) {
        once(
                coop,
                staff,
                message,
                "keep_alcohol",
                () -> runs.keepAlcohol(coop, staff, message.orderId()));
    }

    /** The photo of what was left at the door; empty where there is none, or none any more. */
    @Transactional(readOnly = true)
    public Optional<byte[]> photo(CoopId coop, UUID orderId) {
        return store.photo(coop, orderId);
    }

    /** Whether there is one. */
    @Transactional(readOnly = true)
    public boolean hasPhoto(CoopId coop, UUID orderId) {
        return store.hasPhoto(coop, orderId);
    }

    /** Removes the photos whose days are over; how many they were. */
    @Transactional
    public int forgetPhotos(CoopId coop) {
        return store.forgetPhotos(coop, LocalDate.now(clock));
    }

    /** A key that is there was obeyed: only what went wrong leaves none behind. */
    private void once(CoopId coop, Staff staff, Message message, String what, Runnable deed) {
        runs.stop(coop, staff, message.orderId());
        if (store.tell(coop, message, what, staff.accountId(), clock.instant())) {
            deed.run();
        } else if (!store.wasTold(coop, message, what)) {
            throw Refused.because(new RoadRefusal.KeyOfAnother());
        }
    }

    private void keep(CoopId coop, Staff staff, UUID order, DoorImage image) {
        var until = LocalDate.now(clock).plusDays(photoTerms(coop).keptDays());
        store.keepPhoto(coop, order, image, staff.accountId(), clock.instant(), until);
    }

    private PhotoTerms photoTerms(CoopId coop) {
        return policies.today(coop, PhotoTerms.class);
    }
}
