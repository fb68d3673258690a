package coop.kumiai.favourites;

import coop.kumiai.catalog.Catalog;
import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.orders.Deliveries;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * お気に入り (N-FAV-1): they stay while the store sells the product; one that is sold no more is shown
 * and cannot be bought. They belong to the store: at another one there are others.
 */
@Service
public class Favourites {
    private final FavouriteStore store;
    private final Members members;
    private final Deliveries deliveries;
    private final Catalog catalog;
    private final Policies policies;
    private final Clock clock;

    Favourites(
            FavouriteStore store,
            Members members,
            Deliveries deliveries,
            Catalog catalog,
            Policies policies,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.deliveries = deliveries;
        this.catalog = catalog;
        this.policies = policies;
        this.clock = clock;
    }

    /** Whether a product is one of the member's at the store where they shop now. */
    public boolean has(CoopId coop, UUID account, Jan jan) {
        return members.byAccount(coop, account)
                .map(member -> store.has(coop, member.memberId(), storeId(coop, account), jan))
                .orElse(false);
    }

    /** All that a member has at a store, whether or not it is sold just now. */
    public Set<Jan> of(CoopId coop, UUID memberId, String storeId) {
        return Set.copyOf(store.all(coop, memberId, storeId));
    }

    /**
     * Makes a product one of them; once is enough.
     *
     * @throws Refused when there are as many as there may be
     * @throws NotFound when the co-op has no such product, or the account is no member's
     */
    @Transactional
    public void add(CoopId coop, UUID account, Jan jan) {
        var member = member(coop, account).memberId();
        if (catalog.product(coop, jan).isEmpty()) {
            throw new NotFound("product");
        }
        var at = storeId(coop, account);
        var most = policies.today(coop, FavouriteLimits.class).most();
        if (store.count(coop, member, at) >= most && !store.has(coop, member, at, jan)) {
            throw Refused.because(new FavouriteRefusal.TooMany(most));
        }
        store.add(coop, member, at, jan, clock.instant());
    }

    /**
     * @throws NotFound when the account is no member's
     */
    @Transactional
    public void remove(CoopId coop, UUID account, Jan jan) {
        store.remove(coop, member(coop, account).memberId(), storeId(coop, account), jan);
    }

    /**
     * A part of them, with what the store sells each for on the day that the member shops for.
     *
     * @throws NotFound when the account is no member's
     */
    @Transactional(readOnly = true)
    public FavouriteList list(CoopId coop, UUID account, Optional<Jan> after, int size) {
        var member = member(coop, account).memberId();
        var place = deliveries.place(coop, Optional.of(account));
        var found = store.page(coop, member, place.store().id(), after, size + 1);
        var jans = found.stream().limit(size).toList();
        var offers = catalog.offers(coop, place.store().id(), place.day(), jans);
        var favourites =
                catalog.products(coop, jans).stream()
                        .map(it -> new Favourite(it, Optional.ofNullable(offers.get(it.jan()))))
                        .toList();
        return new FavouriteList(
                favourites, found.size() > size ? Optional.of(jans.getLast()) : Optional.empty());
    }

    private String storeId(CoopId coop, UUID account) {
        return deliveries.place(coop, Optional.of(account)).store().id();
    }

    private Member member(CoopId coop, UUID account) {
        return members.byAccount(coop, account).orElseThrow(() -> new NotFound("member"));
    }
}
