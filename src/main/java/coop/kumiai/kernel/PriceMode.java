package coop.kumiai.kernel;

/**
 * In which mode a price was set: it is stored and summed in that mode and never converted to and
 * fro.
 */
public enum PriceMode {
    /** 税込: tax included. */
    INCLUDED("incl"),
    /** 税抜: tax comes on top. */
    EXCLUDED("excl");

    private final String code;

    PriceMode(String code) {
        this.code = code;
    }

    /** As it is stored and imported. */
    public String code() {
        return code;
    }

    /**
     * @throws IllegalArgumentException when no mode has this code
     */
    public static PriceMode of(String code) {
        for (var mode : values()) {
            if (mode.code.equals(code)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("no price mode " + code);
    }
}
