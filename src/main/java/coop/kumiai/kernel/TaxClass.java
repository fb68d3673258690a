package coop.kumiai.kernel;

/**
 * Which rate of consumption tax (消費税) an article falls under; the rate itself is a dated policy.
 */
public enum TaxClass {
    /** 標準税率: daily goods, alcohol, delivery fees. */
    STANDARD("standard"),
    /** 軽減税率: food and drink, marked ※ on every paper. */
    REDUCED("reduced");

    private final String code;

    TaxClass(String code) {
        this.code = code;
    }

    /** As it is stored and imported. */
    public String code() {
        return code;
    }

    /**
     * @throws IllegalArgumentException when no class has this code
     */
    public static TaxClass of(String code) {
        for (var taxClass : values()) {
            if (taxClass.code.equals(code)) {
                return taxClass;
            }
        }
        throw new IllegalArgumentException("no tax class " + code);
    }
}
