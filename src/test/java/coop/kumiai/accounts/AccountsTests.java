package coop.kumiai.accounts;

import static coop.kumiai.accounts.db.Tables.ACCOUNT;
import static coop.kumiai.accounts.db.Tables.AUDIT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.kumiai.accounts.Account.Kind;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KumiaiTest
class AccountsTests {
    private static final String NEW = "totemo nagai 言葉 9";

    @Autowired Accounts accounts;
    @Autowired AccessTokens tokens;
    @Autowired TestMembers some;
    @Autowired TestCoops coops;
    @Autowired Mails mails;
    @Autowired Policies policies;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    CoopId coop;
    Account hanako;

    @BeforeEach
    void aMember() {
        coop = coops.fresh();
        hanako = some.account(coop, some.applied(coop));
    }

    @Test
    void aNewPasswordIsAuditedAndItsOwnerToldByMail() {
        accounts.changePassword(
                coop, hanako.accountId(), new Present("", TestMembers.PASSWORD), NEW, NEW);
        assertThat(mails.only(hanako.email()).text()).contains("パスワード");
        assertThat(
                        sql.fetchExists(
                                AUDIT,
                                AUDIT.COOP_ID.eq(coop.code()),
                                AUDIT.SUBJECT.eq(hanako.accountId().toString()),
                                AUDIT.ACTION.eq("password-changed")))
                .isTrue();
    }

    @Test
    @Rule("B-LOGIN-1")
    void nobodyCanReadAPassword() {
        var kept =
                sql.select(ACCOUNT.PASSWORD_HASH)
                        .from(ACCOUNT)
                        .where(ACCOUNT.ACCOUNT_ID.eq(hanako.accountId()))
                        .fetchSingle()
                        .value1();
        assertThat(kept).startsWith("$argon2id$").doesNotContain(TestMembers.PASSWORD);
        assertThat(hanako.toString()).doesNotContain("argon2id", TestMembers.PASSWORD);
    }

    @Test
    void thePresentPasswordCannotBeGuessedByWhoeverFoundAnOpenBrowser() {
        var terms = policies.today(coop, SignInTerms.class);
        for (var i = 0; i < terms.freeTries(); i++) {
            assertThat(refusal(() -> change("guess")))
                    .isInstanceOf(AccountRefusal.WrongPresentPassword.class);
        }
        assertThat(refusal(() -> change(TestMembers.PASSWORD)))
                .isEqualTo(new SignInRefusal.Wait(terms.firstDelay()));
        clock.forward(terms.firstDelay());
        change(TestMembers.PASSWORD);
    }

    @Test
    void anAddressHasOneAccountOfAKind() {
        var email = hanako.email().toUpperCase();
        assertThat(refusal(() -> accounts.createMember(coop, email, "別の人")))
                .isInstanceOf(AccountRefusal.AlreadyRegistered.class);
        assertThat(accounts.createMember(coops.fresh(), email, "別の生協の人").email()).isEqualTo(email);
        assertThat(accounts.findByEmail(coop, Kind.MEMBER, email)).contains(hanako);
        assertThat(accounts.findByEmail(coop, Kind.STAFF, email)).isEmpty();
    }

    @Test
    void anotherCoopsAccountIsNobodyHere() {
        var other = coops.fresh();
        var token = tokens.issue(coop, hanako.accountId());
        assertThatThrownBy(() -> accounts.get(other, hanako.accountId()))
                .isInstanceOf(NotFound.class);
        assertThat(tokens.find(other, token)).isEmpty();
    }

    @Test
    void aTokenEndsByItsTimeOrByItsOwner() {
        var token = tokens.issue(coop, hanako.accountId());
        var other = tokens.issue(coop, hanako.accountId());
        tokens.revoke(coop, token);
        assertThat(tokens.find(coop, token)).isEmpty();
        assertThat(tokens.find(coop, other)).contains(hanako);
        clock.forward(policies.today(coop, SignInTerms.class).bearerValid());
        assertThat(tokens.find(coop, other)).isEmpty();
        assertThat(tokens.find(coop, "' or 1=1 --")).isEmpty();
    }

    private void change(String present) {
        accounts.changePassword(coop, hanako.accountId(), new Present("", present), NEW, NEW);
    }

    private static Refusal refusal(ThrowingCallable call) {
        return catchThrowableOfType(Refused.class, call).refusals().getFirst();
    }
}
