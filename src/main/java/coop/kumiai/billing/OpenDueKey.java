package coop.kumiai.billing;

import java.time.LocalDate;
import java.util.UUID;

/** Where a list of open statements goes on. */
public record OpenDueKey(LocalDate payBy, UUID memberId, LocalDate closedOn) {}
