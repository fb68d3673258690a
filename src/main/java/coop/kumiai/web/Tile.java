package coop.kumiai.web;

/** A large way into a part of the shop: a picture with its word. */
public record Tile(String label, String href, String picture) {}
