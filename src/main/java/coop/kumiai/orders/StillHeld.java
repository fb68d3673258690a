package coop.kumiai.orders;

/**
 * Another order of the member waits for its card: it is put off first, with no transaction open.
 */
final class StillHeld extends RuntimeException {
    StillHeld() {
        super("an order waits for its card", null, false, false);
    }
}
