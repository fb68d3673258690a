package coop.kumiai.orders;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Address;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.stores.Slot;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.SlotRefusal;
import coop.kumiai.stores.Slots;
import coop.kumiai.stores.Store;
import coop.kumiai.stores.Stores;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where and when members want their next order: address, store, day and slot (N-AREA-2). */
@Service
public class Deliveries {
    private final DeliveryStore store;
    private final Members members;
    private final Stores stores;
    private final Slots slots;
    private final SlotHolds holds;
    private final SlotWaits waits;
    private final Clock clock;

    Deliveries(
            DeliveryStore store,
            Members members,
            Stores stores,
            Slots slots,
            SlotHolds holds,
            SlotWaits waits,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.stores = stores;
        this.slots = slots;
        this.holds = holds;
        this.waits = waits;
        this.clock = clock;
    }

    /**
     * What the member has chosen; before any choice the first registered address without a slot.
     * Empty for a member without an address that a store delivers to.
     */
    public Optional<DeliveryChoice> choice(CoopId coop, UUID account) {
        return members.byAccount(coop, account).flatMap(member -> state(coop, member).choice());
    }

    /**
     * Chooses address and slot.
     *
     * @throws Refused when the address lies outside, or the slot cannot be had
     * @throws NotFound when it is not an address of this member
     */
    @Transactional
    public DeliveryChoice choose(CoopId coop, UUID account, UUID addressId, SlotId slot) {
        var member = member(coop, account);
        var address = members.address(coop, member.memberId(), addressId);
        var delivering = requireStore(coop, address);
        if (!delivering.id().equals(slot.storeId())) {
            throw Refused.because(new SlotRefusal.NotOffered());
        }
        var before = store.lock(coop, member.memberId());
        var heldUntil =
                before.filter(it -> it.holds(slot))
                        .flatMap(DeliveryStore.Chosen::heldUntil)
                        .or(() -> waits.come(coop, member.memberId(), slot));
        var shopper = member.asShopper();
        var open =
                heldUntil.isPresent()
                        ? slots.get(coop, slot, shopper)
                        : slots.requireOpen(coop, slot, shopper);
        save(
                coop,
                member,
                before,
                new DeliveryStore.Chosen(
                        address.addressId(),
                        delivering.id(),
                        Optional.of(slot),
                        heldUntil,
                        before.filter(it -> it.isOf(slot))
                                .flatMap(DeliveryStore.Chosen::heldSince)
                                .or(() -> heldUntil.map(it -> clock.instant()))));
        return choice(coop, address, delivering, Optional.of(open), heldUntil);
    }

    /**
     * The same by the number of a slot of the store that delivers to the address.
     *
     * @throws Refused when the address lies outside, or the slot cannot be had; the choice before,
     *     and a place that it holds, stay
     * @throws NotFound when it is not an address of this member
     */
    @Transactional
    public DeliveryChoice choose(
            CoopId coop, UUID account, UUID addressId, LocalDate day, int number) {
        var address = members.address(coop, member(coop, account).memberId(), addressId);
        var slot = new SlotId(requireStore(coop, address).id(), day, number);
        return choose(coop, account, addressId, slot);
    }

    /**
     * Chooses the address only: its store counts from now on, the slot is to be chosen.
     *
     * @throws Refused when the address lies outside
     * @throws NotFound when it is not an address of this member
     */
    @Transactional
    public DeliveryChoice chooseAddress(CoopId coop, UUID account, UUID addressId) {
        var member = member(coop, account);
        var address = members.address(coop, member.memberId(), addressId);
        var delivering = requireStore(coop, address);
        save(
                coop,
                member,
                store.lock(coop, member.memberId()),
                new DeliveryStore.Chosen(
                        address.addressId(),
                        delivering.id(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        return choice(coop, address, delivering, Optional.empty(), Optional.empty());
    }

    /**
     * The store and day that somebody shops at: the chosen ones, or the viewing store (見学店舗) today
     * for visitors and members without an address (N-CAT-3).
     */
    public ShoppingPlace place(CoopId coop, Optional<UUID> account) {
        return placeOf(coop, account.flatMap(it -> choice(coop, it)));
    }

    /** The member of a signed-in account. @throws NotFound when the account is no member's */
    Member member(CoopId coop, UUID account) {
        return members.byAccount(coop, account).orElseThrow(() -> new NotFound("member"));
    }

    /** The choice of a member as it stands, and what is wrong with it. */
    State state(CoopId coop, Member member) {
        return state(coop, member, chosen(coop, member));
    }

    /** What a member has chosen, with the slot as it stands. */
    Chosen chosen(CoopId coop, Member member) {
        var chosen = store.find(coop, member.memberId());
        var heldUntil = chosen.flatMap(DeliveryStore.Chosen::heldUntil);
        var shopper = member.asShopper();
        var slot =
                chosen.flatMap(DeliveryStore.Chosen::slot)
                        .flatMap(it -> slots.find(coop, it, shopper));
        return new Chosen(
                chosen.map(DeliveryStore.Chosen::addressId),
                heldUntil.isPresent() ? slot.map(Slot::asHeldByMe) : slot,
                heldUntil);
    }

    /** The state of what was chosen, which was read before. */
    State state(CoopId coop, Member member, Chosen chosen) {
        var address = address(members.addresses(coop, member.memberId()), chosen.addressId());
        if (address.isEmpty()) {
            return new State(Optional.empty(), Optional.of(new DestinationRefusal.NoAddress()));
        }
        return stores.delivering(coop, address.get().postalCode(), address.get().town())
                .map(delivering -> state(coop, address.get(), delivering, chosen))
                .orElseGet(() -> outside(address.get()));
    }

    /** That no place of the chosen slot is to be had, if none is (N-SLOT-3). */
    Optional<SlotRefusal> full(Chosen chosen) {
        return chosen.slot().flatMap(slots::refusal).filter(SlotRefusal::isNoPlace);
    }

    /** The store and day that a choice means. */
    ShoppingPlace placeOf(CoopId coop, Optional<DeliveryChoice> choice) {
        return choice.map(it -> new ShoppingPlace(it.store(), it.priceDay(today())))
                .orElseGet(() -> new ShoppingPlace(stores.viewing(coop), today()));
    }

    private State state(CoopId coop, Address address, Store delivering, Chosen chosen) {
        var slot =
                chosen.slot()
                        .filter(it -> it.id().storeId().equals(delivering.id()))
                        .filter(it -> !it.id().day().isBefore(today()));
        var problem =
                slot.isEmpty()
                        ? Optional.<Refusal>of(new DestinationRefusal.NoSlot())
                        : slots.refusal(slot.get());
        return new State(
                Optional.of(choice(coop, address, delivering, slot, chosen.heldUntil())),
                problem.map(Refusal.class::cast));
    }

    private static State outside(Address address) {
        return new State(
                Optional.empty(), Optional.of(new DestinationRefusal.OutsideArea(address.label())));
    }

    private static Optional<Address> address(List<Address> addresses, Optional<UUID> chosen) {
        return addresses.stream()
                .filter(it -> chosen.filter(it.addressId()::equals).isPresent())
                .findFirst()
                .or(() -> addresses.stream().findFirst());
    }

    private Store requireStore(CoopId coop, Address address) {
        return stores.delivering(coop, address.postalCode(), address.town())
                .orElseThrow(
                        () -> Refused.because(new DestinationRefusal.OutsideArea(address.label())));
    }

    /** A place that was held in another slot is let go. */
    private void save(
            CoopId coop,
            Member member,
            Optional<DeliveryStore.Chosen> before,
            DeliveryStore.Chosen chosen) {
        before.filter(it -> chosen.slot().filter(it::holds).isEmpty())
                .ifPresent(it -> holds.letGo(coop, it));
        store.choose(coop, member.memberId(), chosen, clock.instant());
    }

    private DeliveryChoice choice(
            CoopId coop,
            Address address,
            Store delivering,
            Optional<Slot> slot,
            Optional<Instant> heldUntil) {
        return new DeliveryChoice(
                address.addressId(),
                address.label(),
                slot.filter(Slot::driveThrough)
                        .map(it -> atTheStore(coop, address, delivering, it))
                        .orElseGet(() -> atHome(address)),
                delivering,
                slot,
                heldUntil);
    }

    private static Destination atHome(Address address) {
        return new Destination(
                address.recipient(),
                address.phone(),
                address.postalCode(),
                written(address),
                false);
    }

    /** The same people fetch it themselves (N-DRIVE-1). */
    private Destination atTheStore(CoopId coop, Address address, Store store, Slot slot) {
        var terms = slots.driveThrough(coop, store.id(), slot.id().day());
        return new Destination(
                address.recipient(),
                address.phone(),
                "",
                "%s %s（%s）".formatted(store.name(), terms.place(), store.address()),
                true);
    }

    private static String written(Address address) {
        var place = address.place();
        return place.prefecture()
                + place.city()
                + place.town()
                + address.street()
                + (address.building().isEmpty() ? "" : " " + address.building());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * What somebody has chosen.
     *
     * @param slot as it stands for this member, whose own hold takes no place from them
     */
    record Chosen(Optional<UUID> addressId, Optional<Slot> slot, Optional<Instant> heldUntil) {}

    /**
     * A choice and what is wrong with it.
     *
     * @param choice empty without an address inside an area
     */
    record State(Optional<DeliveryChoice> choice, Optional<Refusal> problem) {}
}
