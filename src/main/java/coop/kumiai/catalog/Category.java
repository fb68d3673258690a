package coop.kumiai.catalog;

/**
 * A part of the shop (売場), such as 野菜.
 *
 * @param code as it stands in addresses and files
 * @param icon the name of its picture among {@code /pictures/}
 * @param fresh 生鮮品: once delivered its goods do not come back to the shelves (N-RET-1)
 */
public record Category(String code, String name, int position, String icon, boolean fresh) {}
