package coop.kumiai.billing;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.UUID;

/** One line of a statement, or one that waits for the next closing. */
public record StatementLine(
        UUID lineId, String source, LocalDate day, String wording, Yen amount, LineTax tax) {}
