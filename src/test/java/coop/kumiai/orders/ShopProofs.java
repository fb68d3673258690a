package coop.kumiai.orders;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is true of a shop at every moment, whatever happened; read straight from its tables. */
final class ShopProofs {
    private static final Map<String, String> ALWAYS = new LinkedHashMap<>();

    static {
        ALWAYS.put(
                "slots whose places are not those of their open orders, or more than there are",
                """
                select count(*) from stores.slot s where s.coop_id = ? and (s.taken > s.capacity or s.taken <>
                    (select count(*) from orders.customer_order o where o.coop_id = s.coop_id and o.store_id = s.store_id
                        and o.day = s.day and o.slot_no = s.slot_no and o.state in ('held', 'confirmed')))
                """);
        ALWAYS.put(
                "slots whose held places are not those of members at the checkout",
                """
                select count(*) from stores.slot s where s.coop_id = ? and s.held <>
                    (select count(*) from orders.delivery_choice c where c.coop_id = s.coop_id and c.store_id = s.store_id
                        and c.day = s.day and c.slot_no = s.slot_no and c.held_until is not null)
                """);
        ALWAYS.put(
                "slots whose pieces are not those of their open orders, before anything was picked",
                """
                select count(*) from stores.slot s where s.coop_id = ?
                    and not exists (select from fulfilment.delivery d where d.coop_id = s.coop_id and d.store_id = s.store_id
                        and d.day = s.day and d.slot_no = s.slot_no)
                    and s.items <> (select coalesce(sum(l.quantity), 0) from orders.customer_order o
                        join orders.order_line l using (coop_id, order_id, version)
                        where o.coop_id = s.coop_id and o.store_id = s.store_id and o.day = s.day and o.slot_no = s.slot_no
                            and o.state in ('held', 'confirmed'))
                """);
        ALWAYS.put(
                "orders that stand and owe something else than their total",
                """
                select count(*) from orders.customer_order o
                join orders.order_version v using (coop_id, order_id, version)
                left join payments.payment p on p.coop_id = o.coop_id and p.payable_ref = 'order:' || o.order_id
                where o.coop_id = ? and o.state = 'confirmed' and (p.state is null or p.state = 'void' or p.amount_yen <> v.total_yen)
                """);
        ALWAYS.put(
                "orders that do not stand and still owe something",
                """
                select count(*) from orders.customer_order o
                join payments.payment p on p.coop_id = o.coop_id and p.payable_ref = 'order:' || o.order_id
                where o.coop_id = ? and o.state <> 'confirmed' and p.state <> 'void'
                """);
        ALWAYS.put(
                "members with two orders that wait for their cards",
                """
                select count(*) from (select member_id from orders.customer_order where coop_id = ? and state = 'held'
                    group by member_id having count(*) > 1) twice
                """);
        ALWAYS.put(
                "cards charged for more than is owed, or for what does not stand",
                """
                select count(*) from payments.card_payment c
                left join payments.payment p using (coop_id, payable_ref)
                where c.coop_id = ? and c.captured_yen > 0
                    and (p.state is null or p.state = 'void' or p.method <> 'card' or c.captured_yen > p.amount_yen)
                """);
        ALWAYS.put(
                "orders in cash with money put by at a card",
                """
                select count(*) from payments.payment p join payments.card_payment c using (coop_id, payable_ref)
                where p.coop_id = ? and p.method <> 'card' and c.wish <> 'release'
                """);
        ALWAYS.put(
                "payments of which more was given back than taken",
                """
                select count(*) from payments.payment p where p.coop_id = ? and
                    (select coalesce(sum(r.amount_yen), 0) from payments.refund r where r.coop_id = p.coop_id
                        and r.payable_ref = p.payable_ref) > case p.state when 'collected' then p.amount_yen else 0 end
                """);
        ALWAYS.put(
                "coupons with another count than orders that use them, or used too often",
                """
                select count(*) from coupons.coupon c where c.coop_id = ? and (c.taken > c.most_uses or c.taken <>
                    (select count(*) from coupons.order_use u where u.coop_id = c.coop_id and u.coupon_id = c.coupon_id
                        and u.state <> 'returned'))
                """);
        ALWAYS.put(
                "members with another count than their orders, or who used a coupon too often",
                """
                select count(*) from coupons.member_use m join coupons.coupon c using (coop_id, coupon_id)
                where m.coop_id = ? and (m.taken > c.most_of_member or m.taken <>
                    (select count(*) from coupons.order_use u where u.coop_id = m.coop_id and u.coupon_id = m.coupon_id
                        and u.member_id = m.member_id and u.state <> 'returned'))
                """);
        ALWAYS.put(
                "orders that stand and whose coupon is not counted, or counted without taking"
                        + " anything off",
                """
                select count(*) from orders.customer_order o
                join orders.order_version v using (coop_id, order_id, version)
                left join coupons.order_use u on u.coop_id = o.coop_id and u.order_id = o.order_id and u.state <> 'returned'
                where o.coop_id = ? and o.state in ('held', 'confirmed') and v.coupon_id is distinct from u.coupon_id
                """);
        ALWAYS.put(
                "doors where something was handed over whose cash was not taken",
                """
                select count(*) from fulfilment.delivery d
                join payments.payment p on p.coop_id = d.coop_id and p.payable_ref = 'order:' || d.order_id
                where d.coop_id = ? and d.state = 'delivered' and p.method = 'cash_on_delivery' and p.state <> 'collected'
                """);
    }

    private final CoopId coop;
    private final DSLContext sql;

    ShopProofs(CoopId coop, DSLContext sql) {
        this.coop = coop;
        this.sql = sql;
    }

    /** At any moment. */
    void hold(String after) {
        ALWAYS.forEach(
                (what, question) ->
                        assertThat(count(question)).as("%s, after %s", what, after).isZero());
    }

    /**
     * When nothing is under way any more: nobody waits, and what the processor has taken is what
     * our books say.
     *
     * @param settlement the processor's file of what it took
     */
    void holdWhenSettled(String settlement) {
        hold("all was settled");
        assertThat(
                        count(
                                "select count(*) from orders.customer_order where coop_id = ? and"
                                        + " state = 'held'"))
                .as("orders that still wait")
                .isZero();
        assertThat(ours())
                .as("captured by our books and by the processor's")
                .isEqualTo(theirs(settlement));
        assertThat(
                        count(
                                "select count(*) from payments.card_payment where coop_id = ? and"
                                    + " wish = 'release' and state not in ('released', 'refused')"))
                .as("what is let go and still put by")
                .isZero();
        assertThat(
                        count(
                                """
                                select count(*) from payments.card_payment c join payments.payment p using (coop_id, payable_ref)
                                where c.coop_id = ? and c.wish = 'capture' and c.trouble = '' and c.captured_yen <> p.amount_yen -
                                    (select coalesce(sum(r.amount_yen), 0) from payments.refund r
                                        where r.coop_id = p.coop_id and r.payable_ref = p.payable_ref)
                                """))
                .as("cards that were not charged what is owed without what was given back")
                .isZero();
    }

    /** How many orders there are that were confirmed once. */
    long orders() {
        return count(
                "select count(*) from orders.customer_order where coop_id = ? and state in"
                        + " ('confirmed', 'cancelled')");
    }

    private Map<String, Long> ours() {
        return sql.fetch(
                        "select gateway_order, captured_yen from payments.card_payment where"
                                + " coop_id = ? and captured_yen > 0",
                        coop.code())
                .intoMap(row -> row.get(0, String.class), row -> row.get(1, Long.class));
    }

    private static Map<String, Long> theirs(String settlement) {
        var taken = new HashMap<String, Long>();
        settlement
                .lines()
                .skip(1)
                .filter(it -> !it.isBlank())
                .map(it -> it.split(","))
                .forEach(it -> taken.put(it[0], Long.valueOf(it[2])));
        return taken;
    }

    private long count(String question) {
        return sql.fetchSingle(question, coop.code()).get(0, long.class);
    }
}
