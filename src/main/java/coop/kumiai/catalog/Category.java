package coop.kumiai.catalog;

/**
 * A part of the shop (売場), such as 野菜.
 *
 * @param code as it stands in addresses and files
 * @param icon the name of its picture among {@code /pictures/}
 */
public record Category(String code, String name, int position, String icon) {}
