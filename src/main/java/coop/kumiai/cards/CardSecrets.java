package coop.kumiai.cards;

import coop.kumiai.accounts.Sealing;
import coop.kumiai.kernel.CoopId;

import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.util.UUID;

/** Secrets of cards: random, sealed under the installation's secret, opened to make a code only. */
@Component
class CardSecrets {
    private static final int SECRET_BYTES = 32;
    private static final int NUMBER_SIGNS = 16;

    /** Without those that are taken for one another. */
    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final SecureRandom random = new SecureRandom();
    private final Sealing sealing;

    CardSecrets(Sealing sealing) {
        this.sealing = sealing;
    }

    /** A number that says nothing. */
    String number() {
        return random.ints(NUMBER_SIGNS, 0, SIGNS.length())
                .collect(
                        StringBuilder::new,
                        (text, at) -> text.append(SIGNS.charAt(at)),
                        StringBuilder::append)
                .toString();
    }

    byte[] fresh(CoopId coop, UUID cardId) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return sealing.seal(secret, place(coop, cardId));
    }

    byte[] open(CoopId coop, CardStore.Sealed sealed) {
        return sealing.open(sealed.secret(), place(coop, sealed.card().cardId()));
    }

    private static String place(CoopId coop, UUID cardId) {
        return "card\n" + coop.code() + "\n" + cardId;
    }
}
