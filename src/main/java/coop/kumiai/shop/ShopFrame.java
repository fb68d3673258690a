package coop.kumiai.shop;

import coop.kumiai.orders.Cart;
import coop.kumiai.orders.DeliveryChoice;
import coop.kumiai.stores.Slot;
import coop.kumiai.stores.Store;
import coop.kumiai.stores.Stores;
import coop.kumiai.web.Frame;
import coop.kumiai.web.FrameExtras;
import coop.kumiai.web.Show;
import coop.kumiai.web.Visit;

import org.springframework.stereotype.Component;

import java.util.Optional;

/**
 * The quiet line about the delivery and the cart's bar around every page of the shop. A visitor
 * reads which store is looked at (見学店舗, N-CAT-3).
 */
@Component
class ShopFrame implements FrameExtras {
    private final CurrentCart current;
    private final Stores stores;

    ShopFrame(CurrentCart current, Stores stores) {
        this.current = current;
        this.stores = stores;
    }

    @Override
    public Optional<Frame.DeliveryLine> delivery(Visit visit) {
        var viewing = visit.signedIn().isEmpty();
        var text =
                current.of(visit)
                        .flatMap(Cart::delivery)
                        .map(ShopFrame::line)
                        .or(() -> viewing ? Optional.of(line(viewing(visit))) : Optional.empty());
        return text.map(
                it ->
                        new Frame.DeliveryLine(
                                it, visit.path(viewing ? "sign-in?next=" + next(visit) : "slots")));
    }

    @Override
    public Optional<Frame.CartBar> cart(Visit visit) {
        return current.of(visit)
                .filter(cart -> !cart.isEmpty())
                .map(
                        cart ->
                                new Frame.CartBar(
                                        cart.pieces(),
                                        cart.totals().total().toString(),
                                        cart.expiresAt().orElseThrow().toString(),
                                        Show.minutes(cart.remaining())));
    }

    private Store viewing(Visit visit) {
        return stores.viewing(visit.coopId());
    }

    private static String next(Visit visit) {
        return java.net.URLEncoder.encode(
                visit.path("slots"), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String line(Store viewing) {
        return "見学店舗 " + viewing.name() + " · ログインするとご注文になれます";
    }

    private static String line(DeliveryChoice choice) {
        return choice.slot().map(ShopFrame::line).orElse("お届けの日と便をお選びください")
                + " · "
                + choice.store().name();
    }

    private static String line(Slot slot) {
        return "お届け %s · 締切 %s"
                .formatted(SlotWords.slot(slot), Show.moment(SlotWords.local(slot.cutoffAt())));
    }
}
