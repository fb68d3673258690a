package coop.kumiai.payments;

/**
 * What may be told of a card.
 *
 * @param brand as the processor calls it
 * @param lastFour its last four digits
 */
record SeenCard(String brand, String lastFour) {
    static final SeenCard NONE = new SeenCard("", "");
}
