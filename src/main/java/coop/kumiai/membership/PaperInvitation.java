package coop.kumiai.membership;

import java.time.Instant;
import java.util.UUID;

/** マイページのご案内 on paper. */
record PaperInvitation(UUID memberId, UUID paperId, Instant expiresAt) {}
