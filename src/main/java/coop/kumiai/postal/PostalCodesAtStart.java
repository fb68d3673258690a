package coop.kumiai.postal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Fills the table when the program starts on an empty database, or carries a newer edition than the
 * one there.
 */
@Component
class PostalCodesAtStart {
    private static final Logger log = LoggerFactory.getLogger(PostalCodesAtStart.class);

    private final PostalTable table;
    private final boolean wanted;

    PostalCodesAtStart(
            PostalTable table, @Value("${kumiai.postal.fill-at-start:true}") boolean wanted) {
        this.table = table;
        this.wanted = wanted;
    }

    @EventListener(ApplicationStartedEvent.class)
    void fill() {
        if (!wanted) {
            return;
        }
        var bundled = BundledPostalCodes.source();
        if (table.wants(bundled)) {
            var places = TownRules.places(BundledPostalCodes.rows());
            table.fill(bundled, places);
            log.info("The table of postal codes holds {} places", places.size());
        }
    }
}
