package coop.kumiai.postal;

/**
 * Where the table of postal codes came from.
 *
 * @param origin {@code bundled} with the program or {@code imported} by staff
 * @param stamp tells one edition from another
 */
record TableSource(String origin, String stamp) {
    static TableSource bundled(String stamp) {
        return new TableSource("bundled", stamp);
    }

    static TableSource imported(String stamp) {
        return new TableSource("imported", stamp);
    }

    /**
     * What staff imported is theirs; only what came with a program is replaced by what comes with
     * the next.
     */
    boolean givesWayTo(TableSource bundled) {
        return origin.equals(bundled.origin) && !stamp.equals(bundled.stamp);
    }
}
