package coop.kumiai.billing;

import java.time.LocalDate;
import java.util.UUID;

/** A line whose statement has been paid. */
record SettledLine(UUID memberId, LocalDate closedOn, String key) {}
