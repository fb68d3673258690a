package coop.kumiai.substitution;

import static coop.kumiai.substitution.db.Tables.CART_WISH;
import static coop.kumiai.substitution.db.Tables.LINE_WISH;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What members want when a product is short, in the cart and in the order. */
@Repository
class LineWishStore {
    private final DSLContext sql;

    LineWishStore(DSLContext sql) {
        this.sql = sql;
    }

    Map<Jan, LineWish> ofCart(CoopId coop, UUID memberId) {
        return sql.selectFrom(CART_WISH)
                .where(CART_WISH.COOP_ID.eq(coop.code()), CART_WISH.MEMBER_ID.eq(memberId))
                .fetchMap(
                        row -> new Jan(row.getJan()), row -> wish(row.getKind(), row.getUpToYen()));
    }

    void put(CoopId coop, UUID memberId, Jan jan, LineWish wish) {
        sql.insertInto(CART_WISH)
                .set(CART_WISH.COOP_ID, coop.code())
                .set(CART_WISH.MEMBER_ID, memberId)
                .set(CART_WISH.JAN, jan.digits())
                .set(CART_WISH.KIND, wish.kind().code())
                .set(CART_WISH.UP_TO_YEN, upTo(wish))
                .onConflict(CART_WISH.COOP_ID, CART_WISH.MEMBER_ID, CART_WISH.JAN)
                .doUpdate()
                .set(CART_WISH.KIND, wish.kind().code())
                .set(CART_WISH.UP_TO_YEN, upTo(wish))
                .execute();
    }

    void clear(CoopId coop, UUID memberId) {
        sql.deleteFrom(CART_WISH)
                .where(CART_WISH.COOP_ID.eq(coop.code()), CART_WISH.MEMBER_ID.eq(memberId))
                .execute();
    }

    void clear(CoopId coop, UUID memberId, Collection<Jan> products) {
        sql.deleteFrom(CART_WISH)
                .where(CART_WISH.COOP_ID.eq(coop.code()), CART_WISH.MEMBER_ID.eq(memberId))
                .and(CART_WISH.JAN.in(products.stream().map(Jan::digits).toList()))
                .execute();
    }

    /** Forgets what stood with lines that the order has no more: their numbers may come again. */
    void keepLines(CoopId coop, UUID orderId, Collection<Integer> lines) {
        sql.deleteFrom(LINE_WISH)
                .where(LINE_WISH.COOP_ID.eq(coop.code()), LINE_WISH.ORDER_ID.eq(orderId))
                .and(LINE_WISH.LINE_NO.notIn(lines))
                .execute();
    }

    /** Whatever stood there for that line before. */
    void ofLine(CoopId coop, UUID orderId, int line, LineWish wish) {
        sql.insertInto(LINE_WISH)
                .set(LINE_WISH.COOP_ID, coop.code())
                .set(LINE_WISH.ORDER_ID, orderId)
                .set(LINE_WISH.LINE_NO, line)
                .set(LINE_WISH.KIND, wish.kind().code())
                .set(LINE_WISH.UP_TO_YEN, upTo(wish))
                .onConflict(LINE_WISH.COOP_ID, LINE_WISH.ORDER_ID, LINE_WISH.LINE_NO)
                .doUpdate()
                .set(LINE_WISH.KIND, wish.kind().code())
                .set(LINE_WISH.UP_TO_YEN, upTo(wish))
                .execute();
    }

    /** By order and then by line. */
    Map<UUID, Map<Integer, LineWish>> ofOrders(CoopId coop, Collection<UUID> orders) {
        return sql
                .selectFrom(LINE_WISH)
                .where(LINE_WISH.COOP_ID.eq(coop.code()), LINE_WISH.ORDER_ID.in(orders))
                .fetch()
                .stream()
                .collect(
                        groupingBy(
                                row -> row.getOrderId(),
                                toMap(
                                        row -> row.getLineNo(),
                                        row -> wish(row.getKind(), row.getUpToYen()))));
    }

    private static @Nullable Long upTo(LineWish wish) {
        return wish.upTo().map(Yen::amount).orElse(null);
    }

    private static LineWish wish(String kind, @Nullable Long upTo) {
        return new LineWish(LineWish.Kind.of(kind), Optional.ofNullable(upTo).map(Yen::of));
    }
}
