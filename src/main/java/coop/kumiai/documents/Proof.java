package coop.kumiai.documents;

import java.time.Instant;

/**
 * 照合: what reading the whole register came to.
 *
 * @param papers how many were read and sound
 * @param lastSeal the seal of the last of them
 * @param finding what is wrong and where; empty when all is as it was
 */
public record Proof(Instant at, long papers, String lastSeal, boolean sound, String finding) {}
