package coop.kumiai.web;

/** What is wrong with one field of a form: a whole sentence, with the figure and the way out. */
public record FormError(String field, String sentence) {}
