package coop.kumiai.kernel;

import java.util.List;

/**
 * A file was not taken, and nothing has changed: every bad line with its reason, in the order of
 * the file.
 */
public final class ImportRefused extends RuntimeException {
    private final transient List<BadLine> badLines;

    public ImportRefused(List<BadLine> badLines) {
        super(badLines.size() + " bad lines", null, false, false);
        this.badLines = List.copyOf(badLines);
    }

    public List<BadLine> badLines() {
        return badLines;
    }
}
