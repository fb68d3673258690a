package coop.kumiai.billing;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An amount to be billed to a member.
 *
 * @param key of whoever adds it: the same line, added again, has the same key and changes nothing
 * @param source which module it comes from, such as {@code orders}: small letters
 * @param day on which it arose: a closing takes what arose until its day
 * @param wording what the member reads
 * @param amount tax-included; less than nought gives back
 */
public record NewLine(
        UUID memberId,
        String key,
        String source,
        LocalDate day,
        String wording,
        Yen amount,
        LineTax tax) {
    public NewLine {
        if (amount.isZero() || key.isBlank() || wording.isBlank()) {
            throw new IllegalArgumentException("a line of nothing");
        }
    }
}
