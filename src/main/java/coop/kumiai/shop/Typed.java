package coop.kumiai.shop;

import coop.kumiai.kernel.NotFound;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;

/** What came with a request, read with care. */
public final class Typed {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

    private Typed() {}

    /**
     * An id of something.
     *
     * @throws NotFound when it cannot be one
     */
    public static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new NotFound("id");
        }
    }

    /** A whole number in any writing (２ is 2); empty when it is none. */
    public static OptionalInt number(String typed) {
        var digits = Normalizer.normalize(typed, Form.NFKC).replace('\u2212', '-').strip();
        return NUMBER.matcher(digits).matches()
                ? OptionalInt.of(Integer.parseInt(digits))
                : OptionalInt.empty();
    }
}
