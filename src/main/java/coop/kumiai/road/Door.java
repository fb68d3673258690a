package coop.kumiai.road;

import java.util.UUID;

/** A door that the solver puts into a van. */
public record Door(UUID orderId, String postalCode) {}
