package coop.kumiai.shop.history;

import coop.kumiai.accounts.Errand;
import coop.kumiai.orders.Orders;
import coop.kumiai.road.Doorstep;
import coop.kumiai.shop.Typed;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Photo;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 置き配の写真 of a member's own order (N-DELIV-1). */
@Controller
class DoorPhotoPage {
    private final Orders orders;
    private final Doorstep doorstep;

    DoorPhotoPage(Orders orders, Doorstep doorstep) {
        this.orders = orders;
        this.doorstep = doorstep;
    }

    @Allow(Who.MEMBER)
    @WhileActing(Errand.ORDER)
    @GetMapping("/{coop}/orders/{order}/photo")
    ResponseEntity<byte[]> show(Visit visit, @PathVariable String order) {
        var own = orders.own(visit.coopId(), visit.account(), Typed.id(order));
        return doorstep.photo(visit.coopId(), own.id())
                .map(Photo::of)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
