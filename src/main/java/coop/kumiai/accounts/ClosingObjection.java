package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refusal;

import java.util.List;
import java.util.UUID;

/** Another module's reason why an account cannot be closed yet: an open order, say. */
public interface ClosingObjection {
    List<? extends Refusal> against(CoopId coop, UUID accountId);
}
