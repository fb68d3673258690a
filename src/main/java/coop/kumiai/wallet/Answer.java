package coop.kumiai.wallet;

/**
 * What was answered under a key.
 *
 * @param digest of what the key stood for
 */
record Answer(String digest, Outcome outcome) {

    /** The same answer again, or that the key was another instruction's. */
    Outcome to(String key, String digestNow) {
        return digest.equals(digestNow)
                ? outcome
                : new Outcome.No(new WalletRefusal.KeyOfAnother(key));
    }
}
