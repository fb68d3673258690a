package coop.kumiai.wallet;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.util.UUID;

/**
 * How the ledger is written.
 *
 * @param lanes of each co-op on this node; more than processors of the database bring nothing
 * @param mostInBatch instructions of one transaction
 * @param patience how long a lane may take to come to an end when the node stops
 */
@ConfigurationProperties("kumiai.wallet")
record LaneSettings(
        @DefaultValue("2") int lanes,
        @DefaultValue("256") int mostInBatch,
        @DefaultValue("20s") Duration patience) {

    /** Rows over which an account of the co-op is spread by day: more than lanes of all nodes. */
    static final int STRIPES = 64;

    /** Transactions of callers may last: they keep to rows of their own, where no lane waits. */
    static int stripeOfCallers(UUID walletId) {
        return STRIPES + Math.floorMod(walletId.hashCode(), STRIPES);
    }
}
