package coop.kumiai.documents;

/**
 * A rate of consumption tax as papers print it.
 *
 * @param reduced 軽減税率の対象, marked ※
 */
public record PaperRate(int percent, boolean reduced) {
    public PaperRate {
        if (percent < 0) {
            throw new IllegalArgumentException("no such rate");
        }
    }

    /** {@code 10%}, {@code 8%※}. */
    public String label() {
        return percent + "%" + (reduced ? "※" : "");
    }
}
