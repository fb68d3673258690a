package coop.kumiai.accounts;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of the trail (監査記録).
 *
 * @param actor the name of the member of staff, or of whoever acted for the member, as it was then
 * @param byStaff whether it was staff
 * @param action stable name of what was done, such as {@code order.looked-at}
 */
public record AuditEntry(
        UUID entryId, Instant at, String actor, boolean byStaff, String action, String reason) {}
