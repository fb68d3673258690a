package coop.kumiai.shop;

import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.servlet.View;

import java.net.URI;
import java.util.Optional;

/** Where a form leads that stands on many pages. */
public final class Ways {
    private Ways() {}

    /** Back to the page of this co-op that the form stood on, or else to the given one. */
    public static View back(Visit visit, HttpServletRequest request, String otherwise) {
        return SeeOther.at(
                Optional.ofNullable(request.getHeader("Referer"))
                        .flatMap(referer -> own(visit, request, referer))
                        .orElse(visit.path(otherwise)));
    }

    private static Optional<String> own(Visit visit, HttpServletRequest request, String referer) {
        try {
            var page = URI.create(referer);
            var path = Optional.ofNullable(page.getRawPath()).orElse("");
            var isOwn =
                    request.getServerName().equals(page.getHost())
                            && path.startsWith(visit.path(""));
            var query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
            return isOwn ? Optional.of(path + query) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
