package coop.kumiai.shop.cart;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.Cart;
import coop.kumiai.orders.CartLine;
import coop.kumiai.shop.Steppers;
import coop.kumiai.web.CartRow;
import coop.kumiai.web.Link;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/** The lines of a cart as its page shows them. */
public final class CartRows {
    private CartRows() {}

    /**
     * @param root of the co-op's pages, with a closing slash
     * @param oftenShort what the store often has too little of
     */
    public static List<CartRow> of(String root, Cart cart, Set<Jan> oftenShort) {
        return cart.lines().stream().map(line -> of(root, cart, line, oftenShort)).toList();
    }

    private static CartRow of(String root, Cart cart, CartLine line, Set<Jan> oftenShort) {
        var product = line.product();
        return new CartRow(
                product.nameWithoutPack(),
                about(line),
                root + "product/" + product.jan().digits(),
                "/pictures/" + product.picture(),
                line.price().map(CartLine.PiecePrice::inTax).orElse(line.seenInTax()),
                line.price().map(it -> line.sumInTax()).orElse(Yen.ZERO),
                product.taxClass() == TaxClass.REDUCED,
                notice(line),
                oftenShort.contains(product.jan())
                        ? new Link("品切れが多めです。代わりの品の希望を選ぶ", root + "cart/substitutes")
                        : null,
                Steppers.of(root + "cart/lines", cart, product));
    }

    private static String about(CartLine line) {
        return line.product().unit()
                + (line.product().soldByWeight() ? "（グラム売り・目安）" : "")
                + (line.product().alcohol() ? "　お酒" : "");
    }

    private static @Nullable String notice(CartLine line) {
        if (line.price().isEmpty()) {
            return "お届けの日にこのお店では取り扱いがありません";
        }
        return line.hasNewPrice()
                ? "価格が変わりました：%sから%s".formatted(line.seenInTax(), line.price().get().inTax())
                : null;
    }
}
