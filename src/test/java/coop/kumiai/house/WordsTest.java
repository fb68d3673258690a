package coop.kumiai.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One thing has one name on all pages, in the help and in the documents. */
class WordsTest {
    private static final List<Path> SAID_IN = List.of(Path.of("src/main"), Path.of("docs"));

    @ParameterizedTest(name = "{1}, not {0}")
    @CsvSource({"集品, ピッキング"})
    void oneThingHasOneName(String other, String ours) {
        assertThat(SAID_IN.stream().flatMap(WordsTest::texts).filter(it -> says(it, other)))
                .as("say " + ours)
                .isEmpty();
        assertThat(SAID_IN.stream().flatMap(WordsTest::texts).filter(it -> says(it, ours)))
                .as("the test reads something")
                .isNotEmpty();
    }

    private static Stream<Path> texts(Path folder) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(it -> it.toString().matches(".*\\.(java|jte|md|properties|json|js)"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean says(Path file, String word) {
        try {
            return Files.readString(file).contains(word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
