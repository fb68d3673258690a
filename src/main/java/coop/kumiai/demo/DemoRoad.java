package coop.kumiai.demo;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.catalog.Jan;
import coop.kumiai.fulfilment.Picking;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.PostalCode;
import coop.kumiai.members.Application;
import coop.kumiai.members.Joining;
import coop.kumiai.members.Members;
import coop.kumiai.members.PersonName;
import coop.kumiai.members.Place;
import coop.kumiai.orders.Carts;
import coop.kumiai.orders.Deliveries;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.PlaceOrder;
import coop.kumiai.orders.Wishes;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.road.RunPlans;
import coop.kumiai.stores.Slot;
import coop.kumiai.stores.Slots;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A run to look at: neighbours order for the next slot, its cutoff passes, the boxes are closed,
 * and the vans are planned.
 */
@Component
@Profile("demo")
class DemoRoad {
    private static final CoopId COOP = DemoCoops.MINATO.id();
    private static final String STORE = "shibuya";
    private static final Jan MILK = new Jan("4599105000405");
    private static final int BOTTLES = 6;

    private static final List<Neighbour> NEIGHBOURS =
            List.of(
                    new Neighbour("高橋", "タカハシ", "1500036", "南平台町", false, Joining.IN_PERSON),
                    new Neighbour("田中", "タナカ", "1500012", "広尾", true, Joining.WEB),
                    new Neighbour("伊藤", "イトウ", "1510066", "西原", false, Joining.WEB),
                    new Neighbour("渡辺", "ワタナベ", "1500013", "恵比寿", false, Joining.WEB),
                    new Neighbour("山本", "ヤマモト", "1500031", "桜丘町", true, Joining.WEB),
                    new Neighbour("中村", "ナカムラ", "1510063", "富ヶ谷", false, Joining.WEB),
                    new Neighbour("小林", "コバヤシ", "1500011", "東", false, Joining.WEB),
                    new Neighbour("加藤", "カトウ", "1500046", "松濤", false, Joining.WEB));

    private final Accounts accounts;
    private final Members members;
    private final Slots slots;
    private final Deliveries deliveries;
    private final Carts carts;
    private final Orders orders;
    private final Picking picking;
    private final RunPlans plans;
    private final BusinessClock clock;

    DemoRoad(
            Accounts accounts,
            Members members,
            Slots slots,
            Deliveries deliveries,
            Carts carts,
            Orders orders,
            Picking picking,
            RunPlans plans,
            BusinessClock clock) {
        this.accounts = accounts;
        this.members = members;
        this.slots = slots;
        this.deliveries = deliveries;
        this.carts = carts;
        this.orders = orders;
        this.picking = picking;
        this.plans = plans;
        this.clock = clock;
    }

    /** Prepares the next slot with room for all; nothing happens when there is none. */
    void prepare() {
        var now = clock.instant();
        slots.offered(COOP, STORE).stream()
                .filter(slot -> !slot.driveThrough())
                .filter(slot -> slot.isOpen(now) && slot.left() >= NEIGHBOURS.size())
                .min(Comparator.comparing(Slot::startsAt))
                .ifPresent(this::prepare);
    }

    private void prepare(Slot slot) {
        var placed = NEIGHBOURS.stream().map(it -> order(it, slot)).toList();
        var now = clock.instant();
        if (now.isBefore(slot.cutoffAt())) {
            clock.forward(Duration.between(now, slot.cutoffAt()));
        }
        placed.forEach(this::pick);
        plans.want(COOP, staff("driver"), slot.id());
    }

    private Order order(Neighbour neighbour, Slot slot) {
        var account = account(neighbour);
        var member = members.byAccount(COOP, account).orElseThrow().memberId();
        var address = members.addresses(COOP, member).getFirst().addressId();
        deliveries.choose(COOP, account, address, slot.id());
        carts.add(COOP, account, MILK, BOTTLES);
        var cart = carts.view(COOP, account);
        return orders.place(
                COOP,
                account,
                new PlaceOrder(
                        Ids.next(clock).toString(),
                        cart.id().orElseThrow(),
                        cart.revision(),
                        PaymentMethod.CASH_ON_DELIVERY,
                        new Wishes(
                                Wishes.Shortage.CANCEL,
                                "",
                                0,
                                0,
                                false,
                                "",
                                neighbour.leaveAtDoor())));
    }

    private UUID account(Neighbour neighbour) {
        return accounts.findByEmail(COOP, Account.Kind.MEMBER, neighbour.email())
                .map(Account::accountId)
                .orElseGet(() -> register(neighbour));
    }

    private UUID register(Neighbour neighbour) {
        var name = new PersonName(neighbour.family(), "見本", neighbour.kana(), "ミホン");
        var account =
                accounts.createMember(COOP, neighbour.email(), DemoPeople.PASSWORD, name.full());
        var application =
                new Application(
                        name,
                        "0355501234",
                        LocalDate.of(1971, 4, 1),
                        "1-2-3",
                        "",
                        neighbour.joining(),
                        Optional.empty());
        var code = new PostalCode(neighbour.postalCode());
        members.register(
                COOP,
                account.accountId(),
                application,
                new Place(code, "東京都", "渋谷区", neighbour.town()));
        return account.accountId();
    }

    private void pick(Order order) {
        var picker = staff("picker");
        for (var line : order.current().lines()) {
            picking.mark(COOP, picker, order.id(), line.number(), line.quantity());
        }
        picking.close(COOP, picker, order.id());
    }

    private Staff staff(String work) {
        var email = "%s.%s@minato.coop.example".formatted(work, STORE);
        var account = accounts.findByEmail(COOP, Account.Kind.STAFF, email).orElseThrow();
        return new Staff(account.accountId(), STORE);
    }

    private record Neighbour(
            String family,
            String kana,
            String postalCode,
            String town,
            boolean leaveAtDoor,
            Joining joining) {
        String email() {
            return "road-%s@example.com".formatted(postalCode);
        }
    }
}
