package coop.kumiai.cards;

import java.time.Instant;
import java.util.UUID;

/**
 * A digital card (デジタル組合員証). It is not the member: a lost one is replaced by another.
 *
 * @param number opaque: it says nothing of the member
 */
public record Card(UUID cardId, UUID memberId, String number, Instant issuedAt) {}
