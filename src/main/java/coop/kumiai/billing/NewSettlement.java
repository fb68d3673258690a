package coop.kumiai.billing;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * That part of a statement is settled (消込).
 *
 * @param receipt the money that settles it; empty when its share capital was paid or taken back
 *     without it
 */
record NewSettlement(
        UUID memberId,
        LocalDate closedOn,
        String key,
        Optional<UUID> receipt,
        Yen amount,
        LocalDate day) {}
