package coop.kumiai.members;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policies;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The register of members (組合員名簿): who they are, where they live, whether they have joined. */
@Service
public class Members {
    private final MemberStore store;
    private final AddressStore addresses;
    private final Shares shares;
    private final Accounts accounts;
    private final Policies policies;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Members(
            MemberStore store,
            AddressStore addresses,
            Shares shares,
            Accounts accounts,
            Policies policies,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.addresses = addresses;
        this.shares = shares;
        this.accounts = accounts;
        this.policies = policies;
        this.announce = announce;
        this.clock = clock;
    }

    /** The member of an account that has signed in. */
    public Optional<Member> byAccount(CoopId coop, UUID accountId) {
        return store.byAccount(coop, accountId);
    }

    /** Whoever has this 組合員コード. */
    public Optional<Member> byCode(CoopId coop, MemberCode code) {
        return store.byCode(coop, code);
    }

    /**
     * @throws NotFound when the co-op has no such member
     */
    public Member get(CoopId coop, UUID memberId) {
        return store.find(coop, memberId).orElseThrow(() -> new NotFound("member"));
    }

    /** The names of several members, by one query. */
    public Map<UUID, PersonName> names(CoopId coop, Collection<UUID> memberIds) {
        return store.names(coop, memberIds);
    }

    /** Who bears these member codes, by one query; a code that nobody bears is left out. */
    public Map<String, UUID> idsByCode(CoopId coop, Collection<String> codes) {
        return store.idsByCode(coop, codes);
    }

    /** Several members, in the order of their ids, by one query. */
    public List<Member> get(CoopId coop, Collection<UUID> memberIds) {
        return store.find(coop, memberIds);
    }

    /** Where several members live, by one query: the first address of each who has one. */
    public Map<UUID, Address> homes(CoopId coop, Collection<UUID> memberIds) {
        return addresses.firsts(coop, memberIds);
    }

    /** The delivery addresses of a member; the first is the default (N-AREA-2). */
    public List<Address> addresses(CoopId coop, UUID memberId) {
        return addresses.all(coop, memberId);
    }

    /**
     * @throws NotFound when it is not an address of this member
     */
    public Address address(CoopId coop, UUID memberId, UUID addressId) {
        return addresses.find(coop, memberId, addressId).orElseThrow(() -> new NotFound("address"));
    }

    /**
     * Enters somebody into the register with a first address. Who has not joined yet owes the share
     * capital of today's policy (N-JOIN-1).
     */
    @Transactional
    public Member register(CoopId coop, UUID accountId, Application application, Place place) {
        var now = clock.instant();
        var memberId = Ids.next(clock);
        store.insert(coop, memberId, accountId, application, now);
        if (application.joining() != Joining.EXISTING) {
            var units = policies.today(coop, ShareTerms.class).leastUnits();
            shares.subscribe(coop, memberId, units, "join:" + memberId);
        }
        addresses.insert(coop, memberId, home(application, place), now);
        return get(coop, memberId);
    }

    /**
     * The share capital that is still to be collected: an order of this member carries it to the
     * driver's list, however the goods are paid (N-JOIN-2).
     */
    public Optional<Yen> shareDue(CoopId coop, UUID memberId) {
        return Optional.of(shares.holding(coop, memberId).due().yen()).filter(it -> !it.isZero());
    }

    /**
     * Takes the share capital in cash and makes the payer a member with a code, who is none yet.
     * Once only: the same reference again changes nothing.
     *
     * @param ref what it was collected with, such as the order's number
     * @throws Refused when exactly this amount is not due
     */
    @Transactional
    public Member collectShare(
            CoopId coop, UUID memberId, Yen amount, UUID staffAccount, String ref) {
        store.lock(coop, memberId);
        var key = "collect:" + memberId + ":" + ref;
        var due = shares.holding(coop, memberId).due().yen();
        if (!shares.isDone(coop, key) && !due.equals(amount)) {
            throw Refused.because(new MemberRefusal.ShareNotDue(amount));
        }
        shares.collect(coop, memberId, amount, staffAccount, key, ref);
        return get(coop, memberId);
    }

    /**
     * What was typed, put right, without keeping it: for the page that asks back.
     *
     * @throws Refused when it is not a name or a phone number
     */
    public Person check(TypedPerson typed) {
        Refused.unless(MemberRules.check(typed));
        return MemberRules.person(typed);
    }

    /**
     * Changes name and phone number (N-REG-3).
     *
     * @throws Refused when they are not a name or a phone number
     */
    @Transactional
    public Member change(CoopId coop, UUID memberId, TypedPerson typed) {
        var person = check(typed);
        store.lock(coop, memberId);
        var before = get(coop, memberId).name();
        store.change(coop, memberId, person);
        var member = get(coop, memberId);
        if (!before.equals(member.name())) {
            announce.publishEvent(new MemberRenamed(coop, memberId, before, member.name()));
        }
        member.accountId()
                .ifPresent(account -> accounts.rename(coop, account, person.name().full()));
        return member;
    }

    /**
     * Writes down the birth date of the youngest child, or that it is told no more: what a store
     * asks that keeps places for members who raise children (X-SLOT-2).
     */
    @Transactional
    public void tellYoungestChild(CoopId coop, UUID memberId, Optional<LocalDate> birthDate) {
        store.setYoungestChild(coop, memberId, birthDate);
    }

    private Address home(Application application, Place place) {
        return new Address(
                Ids.next(clock),
                "ご自宅",
                application.name().full(),
                application.phone(),
                place,
                application.street(),
                application.building());
    }
}
