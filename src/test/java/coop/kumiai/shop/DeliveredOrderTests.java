package coop.kumiai.shop;

import static coop.kumiai.testing.TestClock.jst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.fulfilment.AgeCheck;
import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.fulfilment.HandOver;
import coop.kumiai.fulfilment.Picking;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.stores.SlotId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.web.SignedIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What a member reads of an order after its boxes were closed. */
@KumiaiTest
class DeliveredOrderTests {
    private static final SlotId SLOT = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);

    @Autowired MockMvcTester mvc;
    @Autowired TestOrders some;
    @Autowired Orders orders;
    @Autowired Picking picking;
    @Autowired DeliveryRuns runs;
    @Autowired Accounts accounts;
    @Autowired BusinessClock clock;
    CoopId coop;
    Staff driver;
    Order order;

    @BeforeEach
    void aPickedOrder() {
        coop = some.coop();
        order = some.ofRice(coop, SLOT);
        driver = new Staff(some.staff(coop, StaffRole.Kind.DRIVER, "shibuya"), "shibuya");
        var picker = new Staff(some.staff(coop, StaffRole.Kind.PICKER, "shibuya"), "shibuya");
        clock.standAt(jst("2026-11-20T11:00"));
        picking.mark(coop, picker, order.id(), 1, 1);
        picking.close(coop, picker, order.id());
    }

    @Test
    @Rule("N-DELIV-1")
    @DisplayName("便の時間になると配達中、お渡しすると時刻と一緒にお渡し済み")
    void anOrderIsFollowedToTheDoor() {
        assertThat(page()).contains("お品ぞろえ", "11/20(金) 11時", "便の時間にお届けします");
        assertThat(history()).contains("お品ぞろえ済み");
        clock.standAt(jst("2026-11-20T14:00"));
        assertThat(page()).contains("配達中", "ただいまお届けにうかがっています");
        assertThat(history()).contains("配達中");
        clock.standAt(jst("2026-11-20T14:25"));
        handOver();
        assertThat(page())
                .contains("お渡し済み", "11/20(金) 14時25分", "お渡ししました。")
                .contains("11/20(金) 14時25分　お渡し済み　お渡ししました")
                .doesNotContain("いまここ");
        assertThat(history()).contains("お渡し済み");
    }

    @Test
    @Rule("N-DELIV-2")
    @DisplayName("ご不在のときは、いつまでにどこへ電話すればよいかを出し、再配達も分かる")
    void anAbsenceSaysTheWayOut() {
        clock.standAt(jst("2026-11-20T14:30"));
        runs.bringBack(coop, driver, order.id());
        assertThat(page())
                .contains("ご不在", "11/20(金) 14時30分", "11/20(金) 17時までなら、きょうもう一度お届けします", "お電話ください");
        assertThat(history()).contains("ご不在");
        clock.standAt(jst("2026-11-20T16:00"));
        runs.bringAgain(coop, driver, order.id());
        assertThat(page()).contains("再配達中", "11/20(金) 16時にお電話をいただきました");
        handOver();
        assertThat(page()).contains("再配達でお渡ししました。");
    }

    @Test
    @Rule("N-DELIV-2")
    void afterTheHourOnlyTheStoreHelps() {
        clock.standAt(jst("2026-11-20T16:59"));
        runs.bringBack(coop, driver, order.id());
        clock.standAt(jst("2026-11-20T17:00"));
        assertThat(page()).contains("お電話ください").doesNotContain("きょうもう一度");
    }

    private void handOver() {
        var cash = runs.stop(coop, driver, order.id()).cashDue();
        runs.handOver(
                coop,
                driver,
                order.id(),
                new HandOver(HandOver.Way.IN_PERSON, cash, Yen.ZERO, AgeCheck.NOT_ASKED));
    }

    private String page() {
        return text("orders/" + order.id());
    }

    private String history() {
        return text("orders");
    }

    private String text(String page) {
        var account = accounts.get(coop, order.current().madeBy());
        var member =
                UsernamePasswordAuthenticationToken.authenticated(
                        SignedIn.of(coop, account, Set.of()), null, List.of());
        var result = mvc.get().uri("/" + coop + "/" + page).with(authentication(member)).exchange();
        assertThat(result).hasStatusOk();
        return new String(
                result.getResponse().getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
