package coop.kumiai.web;

/** A way to go on: what it is called and where it leads. */
public record Link(String label, String href) {}
