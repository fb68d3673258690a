package coop.kumiai.office;

/**
 * A payment by card that somebody has to look at.
 *
 * @param number of the order (注文番号), or empty
 */
public record CardRow(String number, String ours, String theirs, String words) {}
