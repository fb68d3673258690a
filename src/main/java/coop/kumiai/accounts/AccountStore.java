package coop.kumiai.accounts;

import static coop.kumiai.accounts.db.Tables.ACCOUNT;
import static coop.kumiai.accounts.db.Tables.STAFF_ROLE;

import coop.kumiai.accounts.db.tables.records.AccountRecord;
import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Accounts and the rights of staff. */
@Repository
class AccountStore {
    private static final String ACTIVE = "active";
    private final DSLContext sql;

    AccountStore(DSLContext sql) {
        this.sql = sql;
    }

    /** An account with the hash of its password, if it has one. */
    record Secured(Account account, @Nullable String passwordHash) {}

    Optional<Account> find(CoopId coop, UUID accountId) {
        return secured(coop, accountId).map(Secured::account);
    }

    Optional<Secured> secured(CoopId coop, UUID accountId) {
        return sql.selectFrom(ACCOUNT)
                .where(
                        ACCOUNT.COOP_ID.eq(coop.code()),
                        ACCOUNT.ACCOUNT_ID.eq(accountId),
                        ACCOUNT.STATE.eq(ACTIVE))
                .fetchOptional(AccountStore::secured);
    }

    Optional<Secured> secured(CoopId coop, Account.Kind kind, String emailFolded) {
        return sql.selectFrom(ACCOUNT)
                .where(
                        ACCOUNT.COOP_ID.eq(coop.code()),
                        ACCOUNT.KIND.eq(kind.code()),
                        ACCOUNT.EMAIL_FOLDED.eq(emailFolded),
                        ACCOUNT.STATE.eq(ACTIVE))
                .fetchOptional(AccountStore::secured);
    }

    Optional<UUID> idOf(CoopId coop, Account.Kind kind, EmailAddress email) {
        return secured(coop, kind, email.folded()).map(it -> it.account().accountId());
    }

    /** False when the address has an account of this kind already, also when it won a race. */
    boolean insert(CoopId coop, Account account, @Nullable String passwordHash, Instant now) {
        var moment = now.atOffset(ZoneOffset.UTC);
        return sql.insertInto(ACCOUNT)
                        .set(ACCOUNT.COOP_ID, coop.code())
                        .set(ACCOUNT.ACCOUNT_ID, account.accountId())
                        .set(ACCOUNT.KIND, account.kind().code())
                        .set(ACCOUNT.EMAIL, account.email())
                        .set(ACCOUNT.EMAIL_FOLDED, new EmailAddress(account.email()).folded())
                        .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                        .set(ACCOUNT.DISPLAY_NAME, account.displayName())
                        .set(ACCOUNT.STATE, ACTIVE)
                        .set(ACCOUNT.CREATED_AT, moment)
                        .set(ACCOUNT.PASSWORD_CHANGED_AT, moment)
                        .set(ACCOUNT.GENERATION, account.generation())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void insertRole(CoopId coop, UUID accountId, StaffRole role) {
        sql.insertInto(STAFF_ROLE)
                .set(STAFF_ROLE.COOP_ID, coop.code())
                .set(STAFF_ROLE.ACCOUNT_ID, accountId)
                .set(STAFF_ROLE.ROLE, role.kind().code())
                .set(STAFF_ROLE.STORE_ID, role.storeId())
                .onConflictDoNothing()
                .execute();
    }

    Set<StaffRole> roles(CoopId coop, UUID accountId) {
        return sql
                .selectFrom(STAFF_ROLE)
                .where(STAFF_ROLE.COOP_ID.eq(coop.code()), STAFF_ROLE.ACCOUNT_ID.eq(accountId))
                .fetch(row -> new StaffRole(StaffRole.Kind.of(row.getRole()), row.getStoreId()))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A new password ends every sign-in so far. */
    void changePassword(CoopId coop, UUID accountId, String passwordHash, Instant now) {
        var rows =
                sql.update(ACCOUNT)
                        .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                        .set(ACCOUNT.PASSWORD_CHANGED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(ACCOUNT.GENERATION, ACCOUNT.GENERATION.plus(1))
                        .where(
                                ACCOUNT.COOP_ID.eq(coop.code()),
                                ACCOUNT.ACCOUNT_ID.eq(accountId),
                                ACCOUNT.STATE.eq(ACTIVE))
                        .execute();
        requireOne(rows);
    }

    void rename(CoopId coop, UUID accountId, String displayName) {
        var rows =
                sql.update(ACCOUNT)
                        .set(ACCOUNT.DISPLAY_NAME, displayName)
                        .where(
                                ACCOUNT.COOP_ID.eq(coop.code()),
                                ACCOUNT.ACCOUNT_ID.eq(accountId),
                                ACCOUNT.STATE.eq(ACTIVE))
                        .execute();
        requireOne(rows);
    }

    void changeEmail(CoopId coop, UUID accountId, EmailAddress email) {
        var rows =
                sql.update(ACCOUNT)
                        .set(ACCOUNT.EMAIL, email.address())
                        .set(ACCOUNT.EMAIL_FOLDED, email.folded())
                        .where(
                                ACCOUNT.COOP_ID.eq(coop.code()),
                                ACCOUNT.ACCOUNT_ID.eq(accountId),
                                ACCOUNT.STATE.eq(ACTIVE))
                        .execute();
        requireOne(rows);
    }

    /** Who it was is forgotten; the row stays, because others point at it. */
    void close(CoopId coop, UUID accountId) {
        var rows =
                sql.update(ACCOUNT)
                        .set(ACCOUNT.STATE, "closed")
                        .set(ACCOUNT.EMAIL, "")
                        .set(ACCOUNT.EMAIL_FOLDED, "")
                        .set(ACCOUNT.DISPLAY_NAME, "")
                        .setNull(ACCOUNT.PASSWORD_HASH)
                        .set(ACCOUNT.GENERATION, ACCOUNT.GENERATION.plus(1))
                        .where(
                                ACCOUNT.COOP_ID.eq(coop.code()),
                                ACCOUNT.ACCOUNT_ID.eq(accountId),
                                ACCOUNT.STATE.eq(ACTIVE))
                        .execute();
        requireOne(rows);
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("an account did not change");
        }
    }

    private static Secured secured(AccountRecord row) {
        return new Secured(
                new Account(
                        row.getAccountId(),
                        Account.Kind.of(row.getKind()),
                        row.getEmail(),
                        row.getDisplayName(),
                        row.getGeneration()),
                row.getPasswordHash());
    }
}
