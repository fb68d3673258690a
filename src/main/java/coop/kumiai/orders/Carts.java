package coop.kumiai.orders;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.CoopId;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The carts of members (カゴ); one each. */
@Service
public class Carts {

    public Cart view(CoopId coop, UUID account) {
        throw new UnsupportedOperationException();
    }

    /** Puts more of a product in. */
    public Cart add(CoopId coop, UUID account, Jan jan, int quantity) {
        throw new UnsupportedOperationException();
    }

    /** Makes it that many of a product; 0 takes it out. */
    public Cart change(CoopId coop, UUID account, Jan jan, int quantity) {
        throw new UnsupportedOperationException();
    }

    /** Takes everything out, also what was kept of a cart whose time is over. */
    public Cart clear(CoopId coop, UUID account) {
        throw new UnsupportedOperationException();
    }

    /** Takes back the list of a cart whose time is over, at the prices of now (X-CART-1). */
    public Cart restore(CoopId coop, UUID account) {
        throw new UnsupportedOperationException();
    }

    /** The member has seen the new prices and takes them. */
    public Cart acceptPrices(CoopId coop, UUID account, String revision) {
        throw new UnsupportedOperationException();
    }
}
