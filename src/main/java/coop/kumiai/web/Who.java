package coop.kumiai.web;

/**
 * Who may call a handler. Every handler names at least one by {@link Allow}; what names none cannot
 * be called at all.
 */
public enum Who {
    /** Anybody, signed in or not. */
    VISITOR,
    /** A member signed in to this co-op. */
    MEMBER,
    /** A till of this co-op, at the API. */
    TILL,
    /** Staff of this co-op, by role. */
    PICKER,
    DRIVER,
    DESK,
    EDITOR,
    MANAGER
}
