package coop.kumiai.kernel;

import java.util.regex.Pattern;

/**
 * The code of a co-op (生協) in this installation, as it stands in the address of its pages. First
 * part of every key.
 *
 * @param code lower-case letters, digits and hyphens, beginning with a letter; anything else is
 *     refused
 */
public record CoopId(String code) {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,30}");

    public CoopId {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not the code of a co-op");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
