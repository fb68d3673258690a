package coop.kumiai.demo;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.MemberRegister;
import coop.kumiai.members.Shares;
import coop.kumiai.members.TypedAddress;
import coop.kumiai.members.TypedJoiner;
import coop.kumiai.membership.JoinApplications;
import coop.kumiai.membership.TypedJoinForm;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The people of the demo co-op manabi: a member with My Page, one who has yet to pay, one whose
 * application waits, and the staff of the head office.
 */
@Component
@Profile("demo")
class DemoSchool {
    private static final String OFFICE = "honbu";
    private static final DemoPerson MEMBER =
            new DemoPerson("田中 美咲", "組合員（小学校勤務）", "misaki@example.com", "/manabi/sign-in");
    private static final DemoPerson DESK =
            new DemoPerson(
                    "本部事務局 組合員係", "組合員係", "desk@manabi.coop.example", "/manabi/office/sign-in");
    private static final DemoPerson MANAGER =
            new DemoPerson(
                    "本部事務局 事務局長", "事務局長", "manager@manabi.coop.example", "/manabi/office/sign-in");

    private final Accounts accounts;
    private final JoinApplications applications;
    private final MemberRegister register;
    private final Shares shares;
    private final DemoStatements statements;

    DemoSchool(
            Accounts accounts,
            JoinApplications applications,
            MemberRegister register,
            Shares shares,
            DemoStatements statements) {
        this.accounts = accounts;
        this.applications = applications;
        this.register = register;
        this.shares = shares;
        this.statements = statements;
    }

    List<DemoPerson> all() {
        return List.of(MEMBER, DESK, MANAGER);
    }

    /** Opens their accounts, once. */
    @Transactional
    void settle(CoopId coop) {
        if (accounts.findByEmail(coop, Account.Kind.STAFF, DESK.email()).isPresent()) {
            return;
        }
        var desk = employ(coop, DESK, StaffRole.Kind.DESK);
        employ(coop, MANAGER, StaffRole.Kind.MANAGER);
        joined(coop, desk);
        var yoshida = form("𠮷田", "健", "よしだ", "けん", "S61.5.3", "みなみ中学校", "ken@example.com");
        applications.accept(coop, received(coop, yoshida, "demo-2"), desk, "お電話で確認");
        var takahashi = form("髙橋", "由美", "たかはし", "ゆみ", "平成4年10月1日", "ひがし高校", "yumi@example.com");
        received(coop, takahashi, "demo-3");
    }

    /** Has paid, and got My Page before Kumiai came: no invitation holds it back. */
    private void joined(CoopId coop, UUID desk) {
        var tanaka = form("田中", "美咲", "たなか", "みさき", "1988/7/12", "さくら小学校", MEMBER.email());
        var member = applications.accept(coop, received(coop, tanaka, "demo-1"), desk, "お電話で確認");
        var account =
                accounts.createMember(coop, MEMBER.email(), DemoPeople.PASSWORD, MEMBER.name());
        register.link(coop, member, account.accountId());
        var due = shares.holding(coop, member).due().yen();
        shares.payIn(coop, member, due, desk, "demo-pay-in", "口座振替");
        statements.make(coop, member);
    }

    private UUID received(CoopId coop, TypedJoinForm form, String key) {
        return applications.receive(coop, form, key, Optional.empty()).applicationId();
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

    private static TypedJoinForm form(
            String family,
            String given,
            String familyKana,
            String givenKana,
            String birthDate,
            String workplace,
            String email) {
        var address =
                new TypedAddress("", "", "", "1130033", "東京都", "文京区", "本郷", "3-4-5", "まなび住宅101");
        return new TypedJoinForm(
                new TypedJoiner(
                        family, given, familyKana, givenKana, "090-1234-5678", birthDate, address),
                email,
                workplace,
                "10");
    }
}
