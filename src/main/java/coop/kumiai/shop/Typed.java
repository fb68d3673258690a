package coop.kumiai.shop;

import coop.kumiai.kernel.NotFound;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;

/** What came with a request, read with care. */
public final class Typed {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

    private Typed() {}

    /** A form's field that did not come was left blank. */
    public static String orEmpty(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

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
