package coop.kumiai.members;

import static coop.kumiai.members.db.Tables.ADDRESS;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.PostalCode;
import coop.kumiai.members.db.tables.records.AddressRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Delivery addresses. One that was removed stays as a row, unseen. */
@Repository
class AddressStore {
    private final DSLContext sql;

    AddressStore(DSLContext sql) {
        this.sql = sql;
    }

    List<Address> all(CoopId coop, UUID memberId) {
        return sql.selectFrom(ADDRESS)
                .where(isOf(coop, memberId))
                .orderBy(ADDRESS.POSITION, ADDRESS.ADDRESS_ID)
                .fetch(AddressStore::address);
    }

    /** The first address of each, by one query; who has none is left out. */
    Map<UUID, Address> firsts(CoopId coop, Collection<UUID> memberIds) {
        return sql.select(ADDRESS.fields())
                .distinctOn(ADDRESS.MEMBER_ID)
                .from(ADDRESS)
                .where(
                        ADDRESS.COOP_ID.eq(coop.code()),
                        ADDRESS.MEMBER_ID.eq(DSL.any(memberIds.toArray(UUID[]::new))),
                        ADDRESS.REMOVED_AT.isNull())
                .orderBy(ADDRESS.MEMBER_ID, ADDRESS.POSITION, ADDRESS.ADDRESS_ID)
                .fetchMap(ADDRESS.MEMBER_ID, row -> address(row.into(ADDRESS)));
    }

    Optional<Address> find(CoopId coop, UUID memberId, UUID addressId) {
        return sql.selectFrom(ADDRESS)
                .where(isOf(coop, memberId), ADDRESS.ADDRESS_ID.eq(addressId))
                .fetchOptional(AddressStore::address);
    }

    /** As the last one. */
    void insert(CoopId coop, UUID memberId, Address address, Instant now) {
        sql.insertInto(ADDRESS)
                .set(ADDRESS.COOP_ID, coop.code())
                .set(ADDRESS.ADDRESS_ID, address.addressId())
                .set(ADDRESS.MEMBER_ID, memberId)
                .set(row(address))
                .set(ADDRESS.POSITION, place(coop, memberId, true))
                .set(ADDRESS.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    void update(CoopId coop, UUID memberId, Address address) {
        requireOne(
                sql.update(ADDRESS)
                        .set(row(address))
                        .where(isOf(coop, memberId), ADDRESS.ADDRESS_ID.eq(address.addressId()))
                        .execute());
    }

    void makeFirst(CoopId coop, UUID memberId, UUID addressId) {
        requireOne(
                sql.update(ADDRESS)
                        .set(ADDRESS.POSITION, place(coop, memberId, false))
                        .where(isOf(coop, memberId), ADDRESS.ADDRESS_ID.eq(addressId))
                        .execute());
    }

    void remove(CoopId coop, UUID memberId, UUID addressId, Instant now) {
        requireOne(
                sql.update(ADDRESS)
                        .set(ADDRESS.REMOVED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(isOf(coop, memberId), ADDRESS.ADDRESS_ID.eq(addressId))
                        .execute());
    }

    private int place(CoopId coop, UUID memberId, boolean last) {
        var position =
                last ? DSL.max(ADDRESS.POSITION).plus(1) : DSL.min(ADDRESS.POSITION).minus(1);
        return sql.select(DSL.coalesce(position, DSL.inline(0)))
                .from(ADDRESS)
                .where(isOf(coop, memberId))
                .fetchSingle()
                .value1();
    }

    private static Condition isOf(CoopId coop, UUID memberId) {
        return ADDRESS.COOP_ID
                .eq(coop.code())
                .and(ADDRESS.MEMBER_ID.eq(memberId))
                .and(ADDRESS.REMOVED_AT.isNull());
    }

    private static AddressRecord row(Address address) {
        return new AddressRecord()
                .setLabel(address.label())
                .setRecipient(address.recipient())
                .setPhone(address.phone())
                .setPostalCode(address.postalCode())
                .setPrefecture(address.place().prefecture())
                .setCity(address.place().city())
                .setTown(address.town())
                .setStreet(address.street())
                .setBuilding(address.building());
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("an address did not change");
        }
    }

    private static Address address(AddressRecord row) {
        return new Address(
                row.getAddressId(),
                row.getLabel(),
                row.getRecipient(),
                row.getPhone(),
                new Place(
                        new PostalCode(row.getPostalCode()),
                        row.getPrefecture(),
                        row.getCity(),
                        row.getTown()),
                row.getStreet(),
                row.getBuilding());
    }
}
