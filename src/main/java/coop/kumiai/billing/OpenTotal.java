package coop.kumiai.billing;

import coop.kumiai.kernel.Yen;

/** How many statements are open, and how much is to be paid of them. */
public record OpenTotal(int statements, Yen open) {}
