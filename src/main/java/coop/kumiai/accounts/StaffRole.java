package coop.kumiai.accounts;

import java.io.Serializable;

/**
 * One right of a member of staff (職員) at one store.
 *
 * @param kind what they may do
 * @param storeId the store where they may do it
 */
public record StaffRole(Kind kind, String storeId) implements Serializable {

    /** What staff may do. */
    public enum Kind {
        /** ピッキング担当: gathers the goods of a slot. */
        PICKER("ピッキング担当"),
        /** 配送担当: brings them and takes the cash. */
        DRIVER("配達担当"),
        /** サービスカウンター: speaks with members. */
        DESK("組合員係"),
        /** 広報担当: writes newsletters, enters flyer prices and sees no member's data. */
        EDITOR("広報担当"),
        /** 店長: all of the store. */
        MANAGER("店長");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** As it is stored. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /**
         * @throws IllegalArgumentException when there is no such role
         */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
