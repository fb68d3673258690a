package coop.kumiai.cards;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;
import java.util.Map;

/**
 * With which certificates passes for the wallets of phones are signed, by the co-op's code. A co-op
 * that is not named offers none.
 */
@ConfigurationProperties("kumiai.wallets")
record WalletSettings(
        @DefaultValue Map<String, Apple> apple, @DefaultValue Map<String, Google> google) {

    /**
     * A pass type of Apple's developer program.
     *
     * @param passType such as {@code pass.jp.coop.minato.card}
     * @param team the team's id
     * @param certificate PKCS#12 file with key and certificate of the pass type
     * @param password of that file
     * @param intermediate Apple's intermediate certificate (WWDR), PEM or DER
     */
    record Apple(
            String passType, String team, Path certificate, String password, Path intermediate) {
        /** A password is never printed. */
        @Override
        public String toString() {
            return "Apple[" + passType + "]";
        }
    }

    /**
     * An issuer account of Google Wallet.
     *
     * @param issuer the issuer's id
     * @param passClass the class of loyalty cards that the co-op has made there
     * @param account the service account's key file (JSON)
     */
    record Google(String issuer, String passClass, Path account) {}
}
