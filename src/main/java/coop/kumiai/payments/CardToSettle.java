package coop.kumiai.payments;

import coop.kumiai.kernel.Yen;

import java.util.Optional;
import java.util.UUID;

/**
 * A payment by card that people have to look at.
 *
 * @param orderId which order it is for
 * @param owed what is owed as things are
 * @param authorised what the card has put by
 */
public record CardToSettle(Optional<UUID> orderId, Yen owed, Yen authorised, CardTrouble trouble) {}
