package coop.kumiai.catalog;

/**
 * アレルゲン: what people may be allergic to, as labels of food name it.
 *
 * @param code as it is stored
 * @param name as labels have it
 * @param mandatory 特定原材料, which a label must name; the others (特定原材料に準ずるもの) it should
 */
public record Allergen(String code, String name, boolean mandatory) {}
