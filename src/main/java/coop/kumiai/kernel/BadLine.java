package coop.kumiai.kernel;

/**
 * A line of a file that cannot be taken.
 *
 * @param number as an editor counts, from 1; 0 when the whole file is meant
 * @param reason what is wrong with it, in Japanese
 */
public record BadLine(long number, String reason) {
    @Override
    public String toString() {
        return number == 0 ? reason : number + "行目: " + reason;
    }
}
