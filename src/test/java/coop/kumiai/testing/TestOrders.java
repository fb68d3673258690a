package coop.kumiai.testing;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.FileImport;
import coop.kumiai.kernel.PostalCode;
import coop.kumiai.members.Application;
import coop.kumiai.members.Joining;
import coop.kumiai.members.MemberCode;
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
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Orders for tests, placed as a member does: registered, slot chosen, cart filled, confirmed. */
@TestComponent
public class TestOrders {
    /** Shelf A-02-1. */
    public static final Jan EGGS = new Jan("4599000001019");

    /** Shelf A-10-1; one bag alone is enough for an order. */
    public static final Jan RICE = new Jan("4599000001026");

    /** Alcohol, shelf C-01-1. */
    public static final Jan BEER = new Jan("4599000001033");

    /** A cold aisle: K-01-1. */
    public static final Jan MILK = new Jan("4599000001040");

    /** The last aisle: R-01-1. */
    public static final Jan ICE_CREAM = new Jan("4599000001057");

    /** No wish but that what is short is cancelled. */
    public static final Wishes NO_WISHES =
            new Wishes(Wishes.Shortage.CANCEL, "", 0, 0, false, "", false);

    /** Of all staff. */
    public static final String PASSWORD = "a long enough password of staff";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private final TestCoops coops;
    private final List<FileImport> imports;
    private final Accounts accounts;
    private final Members members;
    private final Slots slots;
    private final Deliveries deliveries;
    private final Carts carts;
    private final Orders orders;

    TestOrders(
            TestCoops coops,
            List<FileImport> imports,
            Accounts accounts,
            Members members,
            Slots slots,
            Deliveries deliveries,
            Carts carts,
            Orders orders) {
        this.coops = coops;
        this.imports = imports;
        this.accounts = accounts;
        this.members = members;
        this.slots = slots;
        this.deliveries = deliveries;
        this.carts = carts;
        this.orders = orders;
    }

    /** A new co-op with the five products above. */
    public CoopId coop() {
        var coop = coops.fresh();
        take(coop, "categories");
        take(coop, "products");
        return coop;
    }

    /** The account of somebody who registers with a home in 渋谷. */
    public UUID register(CoopId coop, Joining joining) {
        return register(coop, joining, "1500031", "渋谷区", "桜丘町");
    }

    /** The account of somebody who registers with a home elsewhere. */
    public UUID register(
            CoopId coop, Joining joining, String postalCode, String city, String town) {
        var account =
                accounts.createMember(
                        coop, "member-%d@example.jp".formatted(COUNT.incrementAndGet()), "山田 花子");
        var name = new PersonName("山田", "花子", "ヤマダ", "ハナコ");
        members.register(
                coop,
                account.accountId(),
                new Application(
                        name,
                        "0312345678",
                        LocalDate.of(1960, 4, 1),
                        "1-2-3",
                        "",
                        joining,
                        joining == Joining.EXISTING
                                ? Optional.of(new MemberCode("1000000009"))
                                : Optional.empty()),
                new Place(new PostalCode(postalCode), "東京都", city, town));
        return account.accountId();
    }

    /** Places an order. */
    public Order place(
            CoopId coop, UUID account, SlotId slot, Wishes wishes, Map<Jan, Integer> goods) {
        slots.offered(coop, slot.storeId());
        var home = members.byAccount(coop, account).orElseThrow().memberId();
        var address = members.addresses(coop, home).getFirst().addressId();
        deliveries.choose(coop, account, address, slot);
        goods.forEach((jan, quantity) -> carts.add(coop, account, jan, quantity));
        var cart = carts.view(coop, account);
        return orders.place(
                coop,
                account,
                new PlaceOrder(
                        "key-" + COUNT.incrementAndGet() + "-of-a-test",
                        cart.id().orElseThrow(),
                        cart.revision(),
                        PaymentMethod.CASH_ON_DELIVERY,
                        wishes));
    }

    /** An order of one bag of rice by somebody who owes no share capital. */
    public Order ofRice(CoopId coop, SlotId slot) {
        return place(coop, register(coop, Joining.EXISTING), slot, NO_WISHES, Map.of(RICE, 1));
    }

    /** The account of somebody of staff by their address. */
    public UUID staffOf(CoopId coop, String address) {
        return accounts.findByEmail(coop, Account.Kind.STAFF, address).orElseThrow().accountId();
    }

    /** The account of somebody who works at a store. */
    public UUID staff(CoopId coop, StaffRole.Kind kind, String storeId) {
        return staffOf(coop, staffAddress(coop, kind, storeId));
    }

    /** The e-mail address of somebody who works at a store and signs in by {@link #PASSWORD}. */
    public String staffAddress(CoopId coop, StaffRole.Kind kind, String storeId) {
        var address = "staff-%d@example.jp".formatted(COUNT.incrementAndGet());
        accounts.createStaff(coop, address, PASSWORD, "佐藤", Set.of(new StaffRole(kind, storeId)));
        return address;
    }

    private void take(CoopId coop, String kind) {
        var file = new ClassPathResource("orders/" + kind + ".csv");
        imports.stream()
                .filter(it -> it.kind().equals(kind))
                .forEach(it -> it.take(coop, path(file), sentence -> {}));
    }

    private static Path path(ClassPathResource file) {
        try {
            return file.getFile().toPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
