package coop.kumiai.billing;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;

/**
 * One payment of a statement, as people read it.
 *
 * @param wording how it was paid
 */
public record Settlement(LocalDate day, String wording, Yen amount) {}
