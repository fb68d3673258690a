package coop.kumiai.notifications;

/**
 * What became of a letter that was handed to the mail server.
 *
 * @param answer what the server said, or nothing
 */
public record Handed(Outcome outcome, String answer) {
    /** Whether it was taken, and if not, whether it is worth while to come again. */
    public enum Outcome {
        TAKEN,
        /** There is no such mailbox. */
        NO_SUCH_ADDRESS,
        /** Not this letter to this address, now or later. */
        REFUSED,
        /** Not just now. */
        LATER,
        /** The server was not there, or did not let us in: nothing was asked about the letter. */
        NOT_REACHED
    }

    static Handed of(Outcome outcome, String answer) {
        return new Handed(outcome, answer.strip());
    }
}
