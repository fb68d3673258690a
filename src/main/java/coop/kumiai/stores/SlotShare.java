package coop.kumiai.stores;

/**
 * What somebody may have of a slot now (X-SLOT-2).
 *
 * @param percent up to which share of all its places they may take one
 * @param goesFirst whether places are kept for them: only those wait before them for whom they are
 *     kept too
 */
record SlotShare(int percent, boolean goesFirst) {}
