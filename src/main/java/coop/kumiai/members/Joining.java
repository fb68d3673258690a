package coop.kumiai.members;

import java.util.Locale;

/** How somebody who registers joins the co-op (N-JOIN-2). */
public enum Joining {
    /** Web加入: the application is made on line. */
    WEB,
    /** 対面加入: the driver takes the application and the share capital at the first delivery. */
    IN_PERSON,
    /**
     * Says to have joined already and gives a member code, which staff compare with the register.
     */
    EXISTING,
    /** 書面・窓口: by the co-op's join form, which staff check, or taken over from an older register. */
    DESK;

    /** As it is stored and sent by forms. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Joining of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
