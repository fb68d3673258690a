package coop.kumiai.billing;

import coop.kumiai.kernel.Yen;

/**
 * A statement as the desk saw it before it took money for it.
 *
 * @param open what was to be paid
 * @param settlements how many had been written, payments and what took them back
 */
public record SeenDue(Yen open, int settlements) {}
