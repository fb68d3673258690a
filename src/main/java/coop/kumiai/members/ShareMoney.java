package coop.kumiai.members;

import coop.kumiai.kernel.Yen;

import java.util.Optional;
import java.util.UUID;

/**
 * Money that came in for share capital.
 *
 * @param first the bill that it was meant for
 */
record ShareMoney(
        ShareKind kind,
        Yen amount,
        String key,
        String ref,
        UUID staff,
        Optional<ShareBill> first) {}
