package coop.kumiai.billing;

/**
 * What became of a reversal (取消).
 *
 * @param done whether its transfer was found and taken back; else the desk decides
 * @param remark what was done, or why nothing was
 */
record TakenBack(boolean done, String remark) {}
