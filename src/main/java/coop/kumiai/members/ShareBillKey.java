package coop.kumiai.members;

import java.time.LocalDate;
import java.util.UUID;

/** Where a list of open bills for share capital goes on. */
public record ShareBillKey(LocalDate payBy, UUID billId) {}
