package coop.kumiai.accounts;

import static coop.kumiai.accounts.db.Tables.ACCOUNT;
import static coop.kumiai.accounts.db.Tables.STAFF_ROLE;

import coop.kumiai.kernel.CoopId;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Accounts of staff as managers keep them. */
@Repository
class StaffStore {
    private final DSLContext sql;
    private final AccountStore accounts;

    StaffStore(DSLContext sql, AccountStore accounts) {
        this.sql = sql;
        this.accounts = accounts;
    }

    List<StaffMember> all(CoopId coop) {
        var roles =
                sql.selectFrom(STAFF_ROLE)
                        .where(STAFF_ROLE.COOP_ID.eq(coop.code()))
                        .fetchGroups(
                                STAFF_ROLE.ACCOUNT_ID,
                                row ->
                                        new StaffRole(
                                                StaffRole.Kind.of(row.getRole()),
                                                row.getStoreId()));
        return fetch(coop, ACCOUNT.ACCOUNT_ID.in(roles.keySet())).stream()
                .map(it -> with(it, Set.copyOf(roles.getOrDefault(it.accountId(), List.of()))))
                .toList();
    }

    Optional<StaffMember> find(CoopId coop, UUID accountId) {
        return fetch(coop, ACCOUNT.ACCOUNT_ID.eq(accountId)).stream()
                .findFirst()
                .map(it -> with(it, accounts.roles(coop, accountId)));
    }

    /** In one order, so that two managers who change each other wait and do not deadlock. */
    void lock(CoopId coop, Collection<UUID> accountIds) {
        sql.select(ACCOUNT.ACCOUNT_ID)
                .from(ACCOUNT)
                .where(ACCOUNT.COOP_ID.eq(coop.code()), ACCOUNT.ACCOUNT_ID.in(accountIds))
                .orderBy(ACCOUNT.ACCOUNT_ID)
                .forUpdate()
                .fetch();
    }

    void deleteRole(CoopId coop, UUID accountId, StaffRole role) {
        sql.deleteFrom(STAFF_ROLE)
                .where(
                        STAFF_ROLE.COOP_ID.eq(coop.code()),
                        STAFF_ROLE.ACCOUNT_ID.eq(accountId),
                        STAFF_ROLE.ROLE.eq(role.kind().code()),
                        STAFF_ROLE.STORE_ID.eq(role.storeId()))
                .execute();
    }

    void deleteRoles(CoopId coop, UUID accountId) {
        sql.deleteFrom(STAFF_ROLE)
                .where(STAFF_ROLE.COOP_ID.eq(coop.code()), STAFF_ROLE.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    /** The password of their own opens nothing from now on. */
    void dropPassword(CoopId coop, UUID accountId) {
        requireOne(
                sql.update(ACCOUNT)
                        .setNull(ACCOUNT.PASSWORD_HASH)
                        .where(ofStaff(coop, ACCOUNT.ACCOUNT_ID.eq(accountId)))
                        .execute());
    }

    /** Every sign-in so far is nobody's from the next request on. */
    void raiseGeneration(CoopId coop, UUID accountId) {
        requireOne(
                sql.update(ACCOUNT)
                        .set(ACCOUNT.GENERATION, ACCOUNT.GENERATION.plus(1))
                        .where(ofStaff(coop, ACCOUNT.ACCOUNT_ID.eq(accountId)))
                        .execute());
    }

    void noteSignIn(CoopId coop, UUID accountId, Instant now) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.LAST_SIGN_IN_AT, now.atOffset(ZoneOffset.UTC))
                .where(ofStaff(coop, ACCOUNT.ACCOUNT_ID.eq(accountId)))
                .execute();
    }

    private List<StaffMember> fetch(CoopId coop, Condition which) {
        return sql.selectFrom(ACCOUNT)
                .where(ofStaff(coop, which))
                .orderBy(ACCOUNT.DISPLAY_NAME, ACCOUNT.ACCOUNT_ID)
                .fetch(
                        row ->
                                new StaffMember(
                                        row.getAccountId(),
                                        row.getEmail(),
                                        row.getDisplayName(),
                                        Set.of(),
                                        Optional.ofNullable(row.getLastSignInAt())
                                                .map(OffsetDateTime::toInstant),
                                        row.getPasswordHash() != null));
    }

    private static StaffMember with(StaffMember one, Set<StaffRole> roles) {
        return new StaffMember(
                one.accountId(),
                one.email(),
                one.name(),
                roles,
                one.lastSignInAt(),
                one.hasPassword());
    }

    private static Condition ofStaff(CoopId coop, Condition which) {
        return ACCOUNT.COOP_ID
                .eq(coop.code())
                .and(ACCOUNT.KIND.eq(Account.Kind.STAFF.code()))
                .and(ACCOUNT.STATE.eq("active"))
                .and(which);
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("an account of staff did not change");
        }
    }
}
