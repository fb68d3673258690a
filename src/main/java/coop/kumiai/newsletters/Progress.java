package coop.kumiai.newsletters;

/**
 * How many of the mails of an issue went where.
 *
 * @param waiting not handed over yet
 * @param taken by a mail server
 * @param refused by a mail server, for good
 * @param skipped to nobody, because the member had changed their mind or closed the account
 */
public record Progress(long waiting, long taken, long refused, long skipped) {
    public long total() {
        return waiting + done();
    }

    public long done() {
        return taken + refused + skipped;
    }
}
