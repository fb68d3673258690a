package coop.kumiai.help;

import java.util.List;

/** A group of the table of contents: the articles of one module with a line about them. */
public record HelpGroup(String title, String introduction, List<HelpLink> articles) {}
