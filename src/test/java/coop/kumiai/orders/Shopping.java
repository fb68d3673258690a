package coop.kumiai.orders;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.catalog.Jan;
import coop.kumiai.coupons.Coupons;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.PostalCode;
import coop.kumiai.members.Application;
import coop.kumiai.members.Joining;
import coop.kumiai.members.Members;
import coop.kumiai.members.PersonName;
import coop.kumiai.members.Place;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;

import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What a test needs to go shopping in a co-op of its own: goods, members, slots. */
public final class Shopping {
    /** A standing slot of tomorrow at shibuya; cutoff 10:00. */
    public static final SlotId TOMORROW = new SlotId("shibuya", LocalDate.of(2026, 11, 21), 2);

    /** 税抜1,000円, reduced rate. */
    public static final Jan RICE = new Jan("4599000001026");

    /** 税込500円, standard rate. */
    public static final Jan SOAP = new Jan("4599000001019");

    /** 税抜200円, alcohol. */
    public static final Jan BEER = new Jan("4599000001033");

    /** 税抜 150円 for 100 g, about 300 g. */
    public static final Jan CHICKEN = new Jan("4599000001040");

    private static final LocalDate GROWN_UP = LocalDate.of(1960, 4, 1);
    private final CoopId coop;
    private final DSLContext sql;
    private final Accounts accounts;
    private final Members members;
    private final Slots slots;
    private final Deliveries deliveries;
    private final Carts carts;
    private final Coupons coupons;
    private final CardCheckout cards;

    public Shopping(CoopId coop, ApplicationContext context) {
        this.coop = coop;
        this.sql = context.getBean(DSLContext.class);
        this.members = context.getBean(Members.class);
        this.slots = context.getBean(Slots.class);
        this.deliveries = context.getBean(Deliveries.class);
        this.carts = context.getBean(Carts.class);
        this.coupons = context.getBean(Coupons.class);
        this.cards = context.getBean(CardCheckout.class);
        this.accounts = context.getBean(Accounts.class);
        sell(RICE, "新米 2kg", "2kg", "excl", 1000, "reduced", false, false);
        sell(SOAP, "せっけん 3個", "3個", "incl", 500, "standard", false, false);
        sell(BEER, "ビール 350ml", "350ml", "excl", 200, "standard", false, true);
        sell(CHICKEN, "鶏もも肉 約300g", "約300g", "excl", 150, "reduced", true, false);
        slots.offered(coop, TOMORROW.storeId());
    }

    /** The account of a grown-up who lives where shibuya delivers. */
    public UUID member() {
        return member(GROWN_UP, Joining.WEB);
    }

    public UUID member(LocalDate birthDate, Joining joining) {
        var account =
                accounts.createMember(
                                coop, "shopper-%s@example.jp".formatted(UUID.randomUUID()), "湊 花子")
                        .accountId();
        members.register(
                coop,
                account,
                new Application(
                        new PersonName("湊", "花子", "ミナト", "ハナコ"),
                        "0312345678",
                        birthDate,
                        "1-2-3",
                        "みなとハイツ201",
                        joining,
                        Optional.empty()),
                new Place(new PostalCode("1500031"), "東京都", "渋谷区", "桜丘町"));
        return account;
    }

    public UUID address(UUID account) {
        var member = members.byAccount(coop, account).orElseThrow();
        return members.addresses(coop, member.memberId()).getFirst().addressId();
    }

    /** A member with two bags of rice in the cart and tomorrow's second slot chosen. */
    public UUID readyMember() {
        var account = member();
        choose(account, TOMORROW);
        carts.add(coop, account, RICE, 2);
        return account;
    }

    /** The next order of the member takes this coupon. */
    public void claim(UUID account, UUID coupon) {
        coupons.claim(coop, memberId(account), coupon);
    }

    public UUID memberId(UUID account) {
        return members.byAccount(coop, account).orElseThrow().memberId();
    }

    public void choose(UUID account, SlotId slot) {
        deliveries.choose(coop, account, address(account), slot);
    }

    /** The confirmation of the cart as it is now. */
    public PlaceOrder confirmation(UUID account, String key) {
        return confirmation(account, key, Samples.NO_WISHES);
    }

    public PlaceOrder confirmation(UUID account, String key, Wishes wishes) {
        var cart = carts.view(coop, account);
        return new PlaceOrder(
                key,
                cart.id().orElse(new UUID(0, 0)),
                cart.revision(),
                PaymentMethod.CASH_ON_DELIVERY,
                wishes);
    }

    /** From now on it costs this much, in its own mode. */
    public void price(Jan jan, long yen) {
        sql.execute(
                "update catalog.price set price_yen = ? where coop_id = ? and jan = ?",
                yen,
                coop.code(),
                jan.digits());
    }

    /** On one day only it costs this much, in its own mode. */
    public void offer(Jan jan, LocalDate day, long yen) {
        sql.execute(
                "insert into catalog.price (coop_id, jan, store_id, valid_from, valid_to,"
                    + " price_mode, price_yen) select coop_id, jan, store_id, ?, ?, price_mode, ?"
                    + " from catalog.price where coop_id = ? and jan = ? and valid_to is null",
                day,
                day,
                yen,
                coop.code(),
                jan.digits());
    }

    /** The store sells it no more. */
    public void discontinue(Jan jan) {
        sql.execute(
                "delete from catalog.price where coop_id = ? and jan = ?",
                coop.code(),
                jan.digits());
    }

    /** Lets the job look once at the cards that somebody waits for. */
    public void settleDue() {
        cards.settleDue();
    }

    public int taken(SlotId slot) {
        return slots.get(coop, slot).taken();
    }

    /** Leaves so many places in a slot. */
    public void leave(SlotId slot, int places) {
        sql.execute(
                "update stores.slot set taken = capacity - ? where coop_id = ? and store_id = ?"
                        + " and day = ? and slot_no = ?",
                places,
                coop.code(),
                slot.storeId(),
                slot.day(),
                slot.number());
    }

    public int rows(String table) {
        return sql.fetchValue("select count(*) from " + table + " where coop_id = ?", coop.code())
                        instanceof Long count
                ? count.intValue()
                : -1;
    }

    private void sell(
            Jan jan,
            String name,
            String unit,
            String mode,
            long yen,
            String tax,
            boolean byWeight,
            boolean alcohol) {
        sql.execute(
                "insert into catalog.category (coop_id, code, name, position, icon) values (?,"
                        + " 'food', '食品', 1, 'leaf') on conflict do nothing",
                coop.code());
        sql.execute(
                "insert into catalog.product (coop_id, jan, name, reading, maker, category, unit,"
                    + " tax_class, sold_by_weight, alcohol, shelf, picture) values (?, ?, ?, '',"
                    + " '', 'food', ?, ?, ?, ?, 'A-01-1', 'leaf')",
                coop.code(),
                jan.digits(),
                name,
                unit,
                tax,
                byWeight,
                alcohol);
        sql.execute(
                "insert into catalog.price (coop_id, jan, store_id, valid_from, price_mode,"
                        + " price_yen) values (?, ?, '*', date '2026-01-01', ?, ?)",
                coop.code(),
                jan.digits(),
                mode,
                yen);
    }
}
