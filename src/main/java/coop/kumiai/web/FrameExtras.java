package coop.kumiai.web;

import java.util.Optional;

/**
 * What a module above adds to the frame of its pages; the shop knows carts and deliveries, the
 * frame does not.
 */
public interface FrameExtras {
    Optional<Frame.DeliveryLine> delivery(Visit visit);

    Optional<Frame.CartBar> cart(Visit visit);

    /** What the member has to know on whatever page comes next. */
    Optional<Notice> told(Visit visit);

    /** What everybody has to know, visitors too, such as that the shop rests. */
    Optional<Notice> announced(Visit visit);
}
