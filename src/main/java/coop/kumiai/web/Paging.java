package coop.kumiai.web;

/**
 * Where a long list stands: page {@code page} of {@code pages}; {@code hrefPrefix} takes the page's
 * number at its end.
 */
public record Paging(int page, int pages, long items, String hrefPrefix) {

    public boolean hasBefore() {
        return page > 1;
    }

    public boolean hasAfter() {
        return page < pages;
    }

    public String hrefOf(int number) {
        return hrefPrefix + number;
    }
}
