package coop.kumiai.cards;

import coop.kumiai.accounts.Sealing;
import coop.kumiai.kernel.CoopId;

import org.springframework.stereotype.Component;

import java.util.HexFormat;
import java.util.Optional;

/**
 * By what a chip is found: never its IDm, which whoever reads the database could put on a card of
 * their own.
 */
@Component
class IdmMarks {
    private final Sealing sealing;

    IdmMarks(Sealing sealing) {
        this.sealing = sealing;
    }

    /** Nothing when it is no IDm. */
    Optional<String> of(CoopId coop, String idm) {
        return IcCardRules.idm(idm)
                .map(it -> sealing.mark("idm\n" + coop.code(), it))
                .map(HexFormat.of()::formatHex);
    }
}
