package coop.kumiai.kernel;

/** What was asked for is not there, or is not the asker's: the two are never told apart. */
public final class NotFound extends RuntimeException {
    public NotFound(String what) {
        super(what, null, false, false);
    }
}
