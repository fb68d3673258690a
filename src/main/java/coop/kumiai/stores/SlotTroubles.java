package coop.kumiai.stores;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.SlotTrouble.Kind;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 便の遅れと休止: traffic and weather delay or stop a slot; its members are told (N-SLOT-7). */
@Service
public class SlotTroubles {
    private final SlotTroubleStore store;
    private final SlotStore slots;
    private final SlotDays days;
    private final Policies policies;
    private final Audit audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    SlotTroubles(
            SlotTroubleStore store,
            SlotStore slots,
            SlotDays days,
            Policies policies,
            Audit audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.slots = slots;
        this.days = days;
        this.policies = policies;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /** What the members of a slot were told, the latest first. */
    public List<SlotTrouble> ofSlot(CoopId coop, SlotId slot) {
        return store.ofSlot(coop, slot);
    }

    /**
     * @throws NotFound when there is none
     */
    public SlotTrouble get(CoopId coop, UUID trouble) {
        return store.find(coop, trouble).orElseThrow(() -> new NotFound("slot trouble"));
    }

    /**
     * Marks a slot and tells its members. Telling the same again is telling it once.
     *
     * @param kind empty when none was chosen
     * @return whether it was new
     * @throws Refused for a day that is over, or without a reason
     */
    @Transactional
    public boolean tell(
            CoopId coop,
            UUID staff,
            SlotId slot,
            Optional<Kind> kind,
            String because,
            String message) {
        days.begin(coop, slot.storeId(), slot.day());
        var marked = slots.lock(coop, slot).orElseThrow(() -> new NotFound("slot"));
        if (slot.day().isBefore(LocalDate.now(clock))) {
            throw Refused.because(new SlotTroubleRefusal.IsOver(marked.label()));
        }
        var now =
                new SlotTrouble(
                        Ids.next(clock),
                        slot,
                        kind.orElseThrow(() -> Refused.because(new SlotTroubleRefusal.NoKind())),
                        audit.reason(coop, because, new SlotTroubleRefusal.NoReason()),
                        message(coop, message),
                        clock.instant());
        if (store.ofSlot(coop, slot).stream().findFirst().filter(it -> same(it, now)).isPresent()) {
            return false;
        }
        slots.mark(coop, slot, now.kind(), now.because());
        store.insert(coop, now);
        audit.note(
                coop,
                staff,
                "slot." + now.kind().code(),
                now.id(),
                marked.label() + " " + now.because());
        announce.publishEvent(new SlotTroubleTold(coop, now.id()));
        return true;
    }

    private String message(CoopId coop, String typed) {
        var most = policies.today(coop, SlotTroubleTerms.class).mostCharacters();
        var message = typed.strip().replace("\r\n", "\n");
        var length = JapaneseText.length(message);
        if (length > most) {
            throw Refused.because(new SlotTroubleRefusal.TooLong(most, length));
        }
        return message;
    }

    private static boolean same(SlotTrouble before, SlotTrouble now) {
        return before.kind() == now.kind()
                && before.because().equals(now.because())
                && before.message().equals(now.message());
    }
}
