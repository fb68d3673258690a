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
        PICKER,
        /** 配送担当: brings them and takes the cash. */
        DRIVER,
        /** サービスカウンター: speaks with members. */
        DESK,
        /** 広報担当: writes newsletters, enters flyer prices and sees no member's data. */
        EDITOR,
        /** 店長: all of the store. */
        MANAGER;

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
