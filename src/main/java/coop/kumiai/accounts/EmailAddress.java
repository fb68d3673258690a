package coop.kumiai.accounts;

import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Refused;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * メールアドレス. Any provider's, free ones too (N-REG-2), and the old addresses of Japanese phones whose
 * dots stand where no standard allows them.
 *
 * @param address as it is written to
 */
public record EmailAddress(String address) {
    private static final int MOST_CHARACTERS = 254;
    private static final Pattern SHAPE =
            Pattern.compile(
                    "[\\x21-\\x7e&&[^@<>()\\[\\],;:\"\\\\]]{1,64}@[A-Za-z0-9.-]+\\.[A-Za-z0-9-]{2,}");

    public EmailAddress {
        if (!isAddress(address)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** Reads what a person typed: full-width letters and spaces around it are put right. */
    public static Optional<EmailAddress> read(String typed) {
        if (typed.length() > MOST_CHARACTERS * 2) {
            return Optional.empty();
        }
        var address =
                Normalizer.normalize(JapaneseText.tidy(typed), Normalizer.Form.NFKC)
                        .replace('ー', '-')
                        .strip();
        return isAddress(address) ? Optional.of(new EmailAddress(address)) : Optional.empty();
    }

    /**
     * @throws Refused when it is no address
     */
    public static EmailAddress require(String typed) {
        return read(typed).orElseThrow(() -> Refused.because(new AccountRefusal.NoEmailAddress()));
    }

    /** By which two writings of one mailbox are known as the same. */
    public String folded() {
        return address.toLowerCase(Locale.ROOT);
    }

    private static boolean isAddress(String text) {
        return text.length() <= MOST_CHARACTERS
                && SHAPE.matcher(text).matches()
                && !text.substring(text.indexOf('@')).contains("..");
    }

    @Override
    public String toString() {
        return address;
    }
}
