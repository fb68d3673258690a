package coop.kumiai.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.accounts.StaffRole.Kind;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mock.env.MockEnvironment;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;

@KumiaiTest
class StaffAccountsTests {
    private static final StaffRole DESK_HERE = new StaffRole(Kind.DESK, "meguro");
    private static final StaffRole DRIVER_HERE = new StaffRole(Kind.DRIVER, "meguro");
    private static final StaffRole DESK_THERE = new StaffRole(Kind.DESK, "setagaya");
    private static final String WHY = "異動";

    @Autowired StaffAccounts staff;
    @Autowired Accounts accounts;
    @Autowired OpenSignIns signIns;
    @Autowired TestCoops coops;
    @Autowired TestOrders some;
    @Autowired SecondFactorStore seconds;
    @Autowired Sealing sealing;
    @Autowired Throttle throttle;
    @Autowired AuditStore audit;
    @Autowired Policies policies;
    @Autowired ApplicationEventPublisher announce;
    @Autowired Clock clock;
    CoopId coop;
    UUID office;
    UUID manager;

    @BeforeEach
    void managers() {
        coop = coops.fresh();
        office = some.staff(coop, Kind.MANAGER, "shibuya");
        manager = some.staff(coop, Kind.MANAGER, "meguro");
    }

    @Test
    void aManagerSeesTheirOwnStoreAndTheOfficeEverybody() {
        var here = employed(DESK_HERE);
        var there = employed(DESK_THERE);
        assertThat(staff.of(coop, manager))
                .extracting(StaffMember::accountId)
                .containsExactlyInAnyOrder(manager, here);
        assertThat(staff.of(coop, office))
                .extracting(StaffMember::accountId)
                .containsExactlyInAnyOrder(office, manager, here, there);
        assertThatThrownBy(() -> staff.get(coop, manager, there)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> staff.end(coop, there, manager, WHY)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> staff.end(coop, here, there, WHY))
                .as("who is no manager sees nobody")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void rolesAreGivenAndTakenAtOnesOwnStoreOnly() {
        var here = employed(DESK_HERE);
        staff.give(coop, here, DRIVER_HERE, manager, WHY);
        refused(
                () -> staff.give(coop, here, DESK_THERE, manager, WHY),
                new StaffRefusal.OfAnotherStore());
        assertThat(accounts.roles(coop, here)).containsExactlyInAnyOrder(DESK_HERE, DRIVER_HERE);
        staff.give(coop, here, DESK_THERE, office, WHY);
        refused(
                () -> staff.take(coop, here, DESK_THERE, manager, WHY),
                new StaffRefusal.OfAnotherStore());
        staff.take(coop, here, DESK_HERE, manager, WHY);
        assertThat(accounts.roles(coop, here)).containsExactlyInAnyOrder(DESK_THERE, DRIVER_HERE);
    }

    @Test
    void theLastRoleEndsWithTheAccountOnly() {
        var here = employed(DESK_HERE);
        refused(() -> staff.take(coop, here, DESK_HERE, manager, WHY), new StaffRefusal.LastRole());
        assertThat(accounts.roles(coop, here)).containsExactly(DESK_HERE);
    }

    @Test
    void whoWorksForAnotherManagerTooIsNotOnesOwnToEnd() {
        var both = employed(DESK_HERE, DESK_THERE);
        refused(() -> staff.end(coop, both, manager, WHY), new StaffRefusal.OfAnotherStore());
        refused(
                () -> staff.newFirstPassword(coop, both, manager, WHY),
                new StaffRefusal.OfAnotherStore());
        staff.end(coop, both, office, WHY);
        assertThat(accounts.find(coop, both)).isEmpty();
        assertThat(accounts.roles(coop, both)).isEmpty();
    }

    @Test
    void nobodyChangesThemselves() {
        for (var one : Set.of(manager, office)) {
            var yourself = new StaffRefusal.Yourself();
            refused(() -> staff.give(coop, one, DRIVER_HERE, one, WHY), yourself);
            refused(() -> staff.take(coop, one, DESK_HERE, one, WHY), yourself);
            refused(() -> staff.newFirstPassword(coop, one, one, WHY), yourself);
            refused(() -> staff.end(coop, one, one, WHY), yourself);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "　 "})
    void eachChangeNeedsItsReason(String none) {
        var here = employed(DESK_HERE, DRIVER_HERE);
        var why = new StaffRefusal.NoReason();
        refused(() -> staff.give(coop, here, DRIVER_HERE, manager, none), why);
        refused(() -> staff.take(coop, here, DRIVER_HERE, manager, none), why);
        refused(() -> staff.newFirstPassword(coop, here, manager, none), why);
        refused(() -> staff.end(coop, here, manager, none), why);
    }

    @Test
    void everyChangeEndsAllSignInsAtOnce() {
        var here = employed(DESK_HERE);
        var before = accounts.get(coop, here);
        var signIn = signIns.begin(coop, here, "");
        assertThat(signIns.isOpen(coop, signIn.signInId(), here, before.generation())).isTrue();
        staff.give(coop, here, DRIVER_HERE, manager, WHY);
        assertThat(signIns.of(coop, here)).isEmpty();
        assertThat(accounts.get(coop, here).generation()).isGreaterThan(before.generation());
        signIns.begin(coop, here, "");
        staff.take(coop, here, DRIVER_HERE, manager, WHY);
        assertThat(signIns.of(coop, here)).isEmpty();
        signIns.begin(coop, here, "");
        staff.newFirstPassword(coop, here, manager, WHY);
        assertThat(signIns.of(coop, here)).isEmpty();
        signIns.begin(coop, here, "");
        staff.end(coop, here, manager, WHY);
        assertThat(signIns.of(coop, here)).isEmpty();
    }

    @Test
    void staffAreAskedForASecondFactorEverywhereButInTheDemo() {
        var account = accounts.get(coop, employed(DESK_HERE));
        var real =
                new SecondFactors(
                        seconds,
                        sealing,
                        throttle,
                        audit,
                        policies,
                        announce,
                        clock,
                        new MockEnvironment());
        assertThat(policies.today(coop, SecondFactorTerms.class).staff())
                .isEqualTo(SecondFactorTerms.Asked.OFF);
        assertThat(real.asked(coop, account)).contains(SecondFactor.MAIL);
    }

    private UUID employed(StaffRole... roles) {
        return accounts.createStaff(
                        coop, TestMembers.email(), TestOrders.PASSWORD, "佐藤", Set.of(roles))
                .accountId();
    }

    private static void refused(Runnable doing, Refusal refusal) {
        assertThatThrownBy(doing::run)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusals()).containsExactly(refusal));
    }
}
