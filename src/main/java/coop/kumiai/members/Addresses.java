package coop.kumiai.members;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.PostalCode;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.Store;
import coop.kumiai.stores.Stores;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.UUID;

/**
 * Changes to a member's delivery addresses (N-REG-3). Every address lies in an area of a store, and
 * decides the store (N-AREA-1); orders that stand are not touched (N-REG-6).
 */
@Service
public class Addresses {
    private final MemberStore members;
    private final AddressStore store;
    private final Stores stores;
    private final Policies policies;
    private final Clock clock;

    Addresses(
            MemberStore members,
            AddressStore store,
            Stores stores,
            Policies policies,
            Clock clock) {
        this.members = members;
        this.store = store;
        this.stores = stores;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * The store that delivers to a place.
     *
     * @throws Refused when none does
     */
    public Store requireStore(CoopId coop, Place place) {
        return stores.delivering(coop, place.postalCode().digits(), place.town())
                .orElseThrow(() -> Refused.because(outside(place)));
    }

    /**
     * What was typed, put right, without keeping it: for the page that asks back.
     *
     * @throws Refused when something is missing or no store delivers there
     */
    public Address check(CoopId coop, TypedAddress typed) {
        return read(coop, Ids.next(clock), typed);
    }

    /**
     * @throws Refused when it cannot be taken, or there are as many as the policy allows
     */
    @Transactional
    public Address add(CoopId coop, UUID memberId, TypedAddress typed) {
        members.lock(coop, memberId);
        var most = policies.today(coop, AddressTerms.class).most();
        if (store.all(coop, memberId).size() >= most) {
            throw Refused.because(new AddressRefusal.TooMany(most));
        }
        var address = read(coop, Ids.next(clock), typed);
        store.insert(coop, memberId, address, clock.instant());
        return address;
    }

    /**
     * @throws NotFound when it is not an address of this member
     * @throws Refused when the new one cannot be taken
     */
    @Transactional
    public Address change(CoopId coop, UUID memberId, UUID addressId, TypedAddress typed) {
        requireOwn(coop, memberId, addressId);
        var address = read(coop, addressId, typed);
        store.update(coop, memberId, address);
        return address;
    }

    /**
     * Makes it the default (N-AREA-2).
     *
     * @throws NotFound when it is not an address of this member
     */
    @Transactional
    public void makeFirst(CoopId coop, UUID memberId, UUID addressId) {
        requireOwn(coop, memberId, addressId);
        store.makeFirst(coop, memberId, addressId);
    }

    /**
     * @throws NotFound when it is not an address of this member
     * @throws Refused when it is the last one
     */
    @Transactional
    public void remove(CoopId coop, UUID memberId, UUID addressId) {
        requireOwn(coop, memberId, addressId);
        if (store.all(coop, memberId).size() == 1) {
            throw Refused.because(new AddressRefusal.LastOne());
        }
        store.remove(coop, memberId, addressId, clock.instant());
    }

    private void requireOwn(CoopId coop, UUID memberId, UUID addressId) {
        members.lock(coop, memberId);
        if (store.find(coop, memberId, addressId).isEmpty()) {
            throw new NotFound("address");
        }
    }

    private Address read(CoopId coop, UUID addressId, TypedAddress typed) {
        Refused.unless(MemberRules.check(typed));
        var place =
                new Place(
                        PostalCode.read(typed.postalCode()).orElseThrow(),
                        JapaneseText.tidy(typed.prefecture()),
                        JapaneseText.tidy(typed.city()),
                        JapaneseText.tidy(typed.town()));
        requireStore(coop, place);
        return new Address(
                addressId,
                JapaneseText.tidy(typed.label()),
                JapaneseText.tidy(typed.recipient()),
                PhoneNumber.read(typed.phone()).orElseThrow(),
                place,
                MemberRules.street(typed.street()),
                JapaneseText.tidy(typed.building()));
    }

    private static AddressRefusal outside(Place place) {
        return new AddressRefusal.OutsideArea(
                place.postalCode(), place.prefecture() + place.city() + place.town());
    }
}
