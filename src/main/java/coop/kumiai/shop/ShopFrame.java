package coop.kumiai.shop;

import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.Cart;
import coop.kumiai.orders.DeliveryChoice;
import coop.kumiai.stores.Closure;
import coop.kumiai.stores.Closures;
import coop.kumiai.stores.Slot;
import coop.kumiai.stores.Stores;
import coop.kumiai.web.Frame;
import coop.kumiai.web.FrameExtras;
import coop.kumiai.web.Notice;
import coop.kumiai.web.Show;
import coop.kumiai.web.Visit;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Optional;

/**
 * The quiet line about the delivery and the cart's bar around every page of the shop. A visitor
 * reads which store is looked at (見学店舗, N-CAT-3).
 */
@Component
class ShopFrame implements FrameExtras {
    private final CurrentCart current;
    private final Stores stores;
    private final Closures closures;
    private final Clock clock;

    ShopFrame(CurrentCart current, Stores stores, Closures closures, Clock clock) {
        this.current = current;
        this.stores = stores;
        this.closures = closures;
        this.clock = clock;
    }

    @Override
    public Optional<Frame.DeliveryLine> delivery(Visit visit) {
        if (!visit.netShop()) {
            return Optional.empty();
        }
        if (visit.signedIn().isEmpty()) {
            return Optional.of(
                    new Frame.DeliveryLine(
                            "見学店舗 " + stores.viewing(visit.coopId()).name() + " · ログインするとご注文いただけます",
                            "ログイン",
                            visit.path("sign-in?next=" + next(visit))));
        }
        return current.of(visit).flatMap(Cart::delivery).map(choice -> line(visit, choice));
    }

    @Override
    public Optional<Frame.CartBar> cart(Visit visit) {
        return cartOf(visit)
                .filter(cart -> !cart.isEmpty())
                .map(
                        cart ->
                                new Frame.CartBar(
                                        cart.pieces(),
                                        cart.totals().total().toString(),
                                        !cart.totals().deliveryFee().isZero(),
                                        cart.missing().map(Yen::toString),
                                        cart.expiresAt().orElseThrow().toString(),
                                        Show.minutes(cart.remaining())));
    }

    /** Why a cart is empty, on every page until the member has answered (N-CART-1). */
    @Override
    public Optional<Notice> told(Visit visit) {
        return cartOf(visit)
                .filter(Cart::isEmpty)
                .flatMap(Cart::ended)
                .map(
                        ended ->
                                Notice.info(OrderWords.ended(ended))
                                        .titled("カートの時間が過ぎました")
                                        .link("カートを見る", visit.path("cart")));
    }

    /** That the shop rests, or will for once (N-HOUR-1). */
    @Override
    public Optional<Notice> announced(Visit visit) {
        if (!visit.netShop()) {
            return Optional.empty();
        }
        var coop = visit.coopId();
        return closures.openTimes(coop)
                .closed(clock.instant())
                .map(it -> Notice.caution(it.sentence()).titled("ただいまお休みです"))
                .or(() -> closures.coming(coop).stream().findFirst().map(ShopFrame::announced));
    }

    private static Notice announced(Closure closure) {
        return Notice.info(
                        "%sは、%sのため、ご注文をお受けできません。カートの中身はそのままお預かりし、有効時間も減りません。"
                                .formatted(closure.label(), closure.reason()))
                .titled("お休みのお知らせ");
    }

    private Optional<Cart> cartOf(Visit visit) {
        return visit.netShop() ? current.of(visit) : Optional.empty();
    }

    private static String next(Visit visit) {
        return java.net.URLEncoder.encode(
                visit.path("slots"), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Frame.DeliveryLine line(Visit visit, DeliveryChoice choice) {
        return new Frame.DeliveryLine(
                choice.slot().map(ShopFrame::line).orElse("お届けの日と便をお選びください")
                        + " · "
                        + choice.store().name(),
                choice.slot().isPresent() ? "変更" : "選ぶ",
                visit.path("slots"));
    }

    private static String line(Slot slot) {
        return "%s %s · 締切 %s"
                .formatted(
                        slot.driveThrough() ? "お受け取り" : "お届け",
                        SlotWords.slot(slot),
                        Show.moment(SlotWords.local(slot.cutoffAt())));
    }
}
