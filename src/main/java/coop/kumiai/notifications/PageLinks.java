package coop.kumiai.notifications;

import coop.kumiai.kernel.CoopId;

import org.springframework.stereotype.Component;

/** Whole addresses of the co-op's pages, as a mail has to name them. */
@Component
public class PageLinks {
    private final Writing writing;

    PageLinks(Writing writing) {
        this.writing = writing;
    }

    /**
     * @param page such as {@code account/mail}
     */
    public String of(CoopId coop, String page) {
        return writing.link(coop, page);
    }
}
