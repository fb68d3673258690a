package coop.kumiai.fulfilment;

import static coop.kumiai.orders.Shopping.CHICKEN;
import static coop.kumiai.testing.TestClock.jst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.documents.Documents;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.Carts;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.Picked;
import coop.kumiai.orders.Shopping;
import coop.kumiai.payments.Payments;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestOrders;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import java.util.List;
import java.util.OptionalInt;

/** グラム売り: what the scale shows is what is paid. */
@KumiaiTest
class WeighedGoodsTests {
    private static final int CHICKEN_LINE = 2;

    @Autowired Picking picking;
    @Autowired Orders orders;
    @Autowired Carts carts;
    @Autowired Payments payments;
    @Autowired Documents documents;
    @Autowired TestOrders some;
    @Autowired TestCoops coops;
    @Autowired BusinessClock clock;
    @Autowired ApplicationContext context;
    CoopId coop;
    Staff picker;
    Order order;

    /** Two bags of rice, 税抜2,000円, and two pieces of chicken of about 300 g, 税抜150円 for 100 g. */
    @BeforeEach
    void anOrderOfChicken() {
        coop = coops.fresh();
        var shopping = new Shopping(coop, context);
        picker = new Staff(some.staff(coop, StaffRole.Kind.PICKER, "shibuya"), "shibuya");
        var account = shopping.readyMember();
        carts.add(coop, account, CHICKEN, 2);
        order = orders.place(coop, account, shopping.confirmation(account, "the first key"));
        clock.standAt(jst("2026-11-21T10:00"));
        picking.mark(coop, picker, order.id(), 1, 2);
    }

    @Test
    @Rule("N-PICK-4")
    @DisplayName("量った重さで代金が決まり、増えることも減ることもある")
    void theWeightDecidesThePrice() {
        assertThat(order.current().totals().total()).isEqualTo(Yen.of(3132 + 220));
        assertThat(order.current().hasEstimate()).isTrue();
        picking.mark(coop, picker, order.id(), CHICKEN_LINE, weighing(2, 655));
        picking.close(coop, picker, order.id());

        var picked = orders.get(coop, order.id());
        assertThat(picked.current().hasEstimate()).isFalse();
        assertThat(picked.current().lines().getLast().grams()).hasValue(655);
        assertThat(picked.current().lines().getLast().amount()).isEqualTo(Yen.of(982));
        assertThat(picked.current().totals().total()).isEqualTo(Yen.of(3220 + 220));
        assertThat(payments.get(coop, Payments.order(order.id())).amount()).isEqualTo(Yen.of(3440));
        assertThat(order.current().totals().deliveryFee())
                .isEqualTo(picked.current().totals().deliveryFee());
    }

    @Test
    @Rule("N-PICK-4")
    @DisplayName("一つだけあったときは、その一つの重さで払う")
    void ofFewerPiecesTheWeightOfThoseCounts() {
        picking.mark(coop, picker, order.id(), CHICKEN_LINE, weighing(1, 280));
        picking.close(coop, picker, order.id());
        var line = orders.get(coop, order.id()).current().lines().getLast();
        assertThat(line.quantity()).isEqualTo(1);
        assertThat(line.amount()).isEqualTo(Yen.of(420));
    }

    @Test
    @Rule("N-PICK-4")
    @DisplayName("重さがないとき、目安から離れすぎたときは断り、何も書かない")
    void aWeightIsNeededAndMustBeNearTheExpectedOne() {
        assertThat(refusals(Picked.of(2))).hasOnlyElementsOfType(PickingRefusal.NotWeighed.class);
        assertThat(refusals(weighing(2, 4200)))
                .hasOnlyElementsOfType(PickingRefusal.WeightIsFar.class)
                .allMatch(it -> it.sentence().contains("420gから780g"));
        picking.mark(coop, picker, order.id(), CHICKEN_LINE, weighing(2, 420));
        picking.mark(coop, picker, order.id(), CHICKEN_LINE, weighing(2, 420));
        assertThat(refusals(weighing(2, 430)))
                .hasOnlyElementsOfType(PickingRefusal.MarkedOtherwise.class);
        picking.undo(coop, picker, order.id(), CHICKEN_LINE);
        picking.mark(coop, picker, order.id(), CHICKEN_LINE, Picked.of(0));
    }

    @Test
    @Rule({"N-PICK-4", "N-RCPT-1"})
    @DisplayName("納品書に、重さと100gの価格が載る")
    void theDeliveryNoteSaysWhatWasWeighed() {
        picking.mark(coop, picker, order.id(), CHICKEN_LINE, weighing(2, 655));
        picking.close(coop, picker, order.id());
        documents.write(coop, order.id());
        assertThat(documents.ofOrder(coop, order.id()).getFirst().content().lines().getLast())
                .satisfies(
                        line -> assertThat(line.weighingWords()).isEqualTo("655g × 100gあたり 150円"));
    }

    private static Picked weighing(int pieces, int grams) {
        return new Picked(pieces, OptionalInt.of(grams));
    }

    private List<Refusal> refusals(Picked said) {
        return List.copyOf(
                catchThrowableOfType(
                                Refused.class,
                                () -> picking.mark(coop, picker, order.id(), CHICKEN_LINE, said))
                        .refusals());
    }
}
