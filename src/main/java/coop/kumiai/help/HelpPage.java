package coop.kumiai.help;

/**
 * An article with the co-op's values of the day.
 *
 * @param group the group that it belongs to
 * @param html the article below its title, safe to print as it is
 * @param byStore some of its values are a store's own
 */
public record HelpPage(HelpLink link, HelpGroup group, String html, boolean byStore) {}
