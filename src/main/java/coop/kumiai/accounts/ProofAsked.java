package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/**
 * Somebody must show that it is they: the code must go out.
 *
 * @param page where its link leads, below the co-op's root
 */
public record ProofAsked(CoopId coop, UUID accountId, UUID proofId, String page) {}
