package coop.kumiai.demo;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.IssuedTill;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.accounts.Till;
import coop.kumiai.accounts.Tills;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.MemberRegister;
import coop.kumiai.members.Shares;
import coop.kumiai.members.TypedAddress;
import coop.kumiai.members.TypedJoiner;
import coop.kumiai.membership.JoinApplications;
import coop.kumiai.membership.TypedJoinForm;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The people of the demo co-op daigaku: a student whose e-money has a history, one who has yet to
 * begin, the staff, and a till.
 */
@Component
@Profile("demo")
class DemoUniversity {
    private static final String OFFICE = "minami";
    private static final String TILL = "お試しのレジ";
    private static final String STALL = "学園祭の出張レジ";
    private static final String WHY = "お試しを始めた";
    private static final DemoPerson STUDENT =
            new DemoPerson(
                    "佐々木 健太", "学生（電子マネーを利用中・確認コードは郵便受けへ）", "kenta@example.com", "/daigaku/sign-in");
    private static final DemoPerson FRESHMAN =
            new DemoPerson(
                    "中村 さくら",
                    "学生（電子マネーはこれから・確認コードは郵便受けへ）",
                    "sakura@example.com",
                    "/daigaku/sign-in");
    private static final DemoPerson DESK =
            new DemoPerson(
                    "けやき大学生協 組合員センター",
                    "組合員センター",
                    "desk@daigaku.coop.example",
                    "/daigaku/office/sign-in");
    private static final DemoPerson MANAGER =
            new DemoPerson(
                    "けやき大学生協 専務", "専務", "manager@daigaku.coop.example", "/daigaku/office/sign-in");

    private final Accounts accounts;
    private final JoinApplications applications;
    private final MemberRegister register;
    private final Shares shares;
    private final Tills tills;
    private final DemoTerm term;
    private final TransactionOperations transactions;
    private volatile Optional<IssuedTill> till = Optional.empty();

    DemoUniversity(
            Accounts accounts,
            JoinApplications applications,
            MemberRegister register,
            Shares shares,
            Tills tills,
            DemoTerm term,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.applications = applications;
        this.register = register;
        this.shares = shares;
        this.tills = tills;
        this.term = term;
        this.transactions = transactions;
    }

    List<DemoPerson> all() {
        return List.of(STUDENT, FRESHMAN, DESK, MANAGER);
    }

    /** With which anybody may try the till's API; another one after each start. */
    Optional<IssuedTill> till() {
        return till;
    }

    /** Opens their accounts, once, and tells the student's term. */
    void settle(CoopId coop) {
        if (accounts.findByEmail(coop, Account.Kind.STAFF, DESK.email()).isEmpty()) {
            var student = transactions.execute(status -> people(coop));
            term.tell(coop, Objects.requireNonNull(student));
        }
        setUpTill(coop);
    }

    private UUID people(CoopId coop) {
        var desk = employ(coop, DESK, StaffRole.Kind.DESK);
        employ(coop, MANAGER, StaffRole.Kind.MANAGER);
        tills.issue(coop, OFFICE, STALL, desk, WHY);
        var nakamura = form("中村", "さくら", "なかむら", "さくら", "2008-03-28", FRESHMAN.email());
        joined(coop, FRESHMAN, nakamura, desk);
        var sasaki = form("佐々木", "健太", "ささき", "けんた", "2005-06-03", STUDENT.email());
        return joined(coop, STUDENT, sasaki, desk);
    }

    private UUID joined(CoopId coop, DemoPerson person, TypedJoinForm form, UUID desk) {
        var received = applications.receive(coop, form, person.email(), Optional.empty());
        var member = applications.accept(coop, received.applicationId(), desk, "お電話で確認");
        var account =
                accounts.createMember(coop, person.email(), DemoPeople.PASSWORD, person.name());
        register.link(coop, member, account.accountId());
        var due = shares.holding(coop, member).due().yen();
        shares.payIn(coop, member, due, desk, "demo-pay-in-" + person.email(), "入学手続き");
        return member;
    }

    private UUID employ(CoopId coop, DemoPerson person, StaffRole.Kind kind) {
        return accounts.createStaff(
                        coop,
                        person.email(),
                        DemoPeople.PASSWORD,
                        person.name(),
                        Set.of(new StaffRole(kind, OFFICE)))
                .accountId();
    }

    /** A secret is not kept anywhere: the till of the last start goes, another one comes. */
    private void setUpTill(CoopId coop) {
        var desk = accounts.findByEmail(coop, Account.Kind.STAFF, DESK.email()).orElseThrow();
        tills.all(coop).stream()
                .filter(it -> it.name().equals(TILL) && !it.isRevoked())
                .map(Till::tillId)
                .forEach(it -> tills.revoke(coop, it, desk.accountId(), WHY));
        till = Optional.of(tills.issue(coop, "shokudo", TILL, desk.accountId(), WHY));
    }

    private static TypedJoinForm form(
            String family,
            String given,
            String familyKana,
            String givenKana,
            String birthDate,
            String email) {
        var address =
                new TypedAddress("", "", "", "1860004", "東京都", "国立市", "中", "1-2-3", "けやき寮201");
        return new TypedJoinForm(
                new TypedJoiner(
                        family, given, familyKana, givenKana, "080-1234-5678", birthDate, address),
                email,
                "",
                "4");
    }
}
