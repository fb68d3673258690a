package coop.kumiai.api;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.orders.Carts;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The cart of the member (カート, N-CART-1, N-ORD-2). Every answer is the whole cart. */
@RestController
@RequestMapping("/api/v1/{coop}/cart")
@Allow(Who.MEMBER)
class CartApi {
    private final Carts carts;

    CartApi(Carts carts) {
        this.carts = carts;
    }

    @GetMapping
    @Operation(summary = "The cart")
    CartJson cart(Visit visit) {
        return CartJson.of(carts.view(visit.coopId(), visit.account()));
    }

    /** Takes everything out. */
    @DeleteMapping
    @Operation(summary = "Take everything out")
    CartJson clearCart(Visit visit) {
        return CartJson.of(carts.clear(visit.coopId(), visit.account()));
    }

    /** Makes it that many of a product; a repeat changes nothing. */
    @PutMapping("/lines/{jan}")
    @Operation(summary = "Make it that many of a product")
    CartJson putLine(
            Visit visit, @PathVariable String jan, @Valid @RequestBody QuantityRequest wanted) {
        return CartJson.of(
                carts.change(visit.coopId(), visit.account(), jan(jan), wanted.quantity()));
    }

    @DeleteMapping("/lines/{jan}")
    @Operation(summary = "Take a product out")
    CartJson removeLine(Visit visit, @PathVariable String jan) {
        return CartJson.of(carts.change(visit.coopId(), visit.account(), jan(jan), 0));
    }

    /** The member has seen the new prices of the cart with this revision and takes them. */
    @PostMapping("/accepted-prices")
    @Operation(summary = "Take the new prices of the cart that was shown")
    CartJson acceptCartPrices(Visit visit, @Valid @RequestBody RevisionRequest seen) {
        return CartJson.of(carts.acceptPrices(visit.coopId(), visit.account(), seen.revision()));
    }

    /** Takes back the list of a cart whose time is over. */
    @PostMapping("/restored")
    @Operation(summary = "Take back the list of a cart whose time is over")
    CartJson restoreCart(Visit visit) {
        return CartJson.of(carts.restore(visit.coopId(), visit.account()));
    }

    private static Jan jan(String typed) {
        return Jan.read(typed).orElseThrow(() -> new NotFound("product"));
    }

    record QuantityRequest(int quantity) {}

    record RevisionRequest(@NotNull String revision) {}
}
