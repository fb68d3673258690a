package coop.kumiai.kernel;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Data that staff bring in from a file (取込): {@code ./kumiai import KIND FILE}. All of the file or
 * nothing of it is taken, and taking it twice changes nothing.
 */
public interface FileImport {
    /** The word on the command line, such as {@code products}. */
    String kind();

    /** Whether the file itself makes the co-op that it belongs to. */
    default boolean foundsTheCoop() {
        return false;
    }

    /**
     * Takes the file.
     *
     * @param coop the co-op that the data belongs to
     * @param progress is told now and then how far it has come, in a short Japanese sentence
     * @return one Japanese sentence saying what has changed
     * @throws ImportRefused when any line is bad; then nothing has changed
     */
    String take(CoopId coop, Path file, Consumer<String> progress);
}
