package coop.kumiai;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.FileImport;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.policies.Coops;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

@KumiaiTest
class ImportCommandTests {
    @TempDir Path folder;
    @Autowired TestCoops coops;
    @Autowired Coops register;
    @Autowired List<FileImport> imports;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void isAskedForOnTheCommandLine() {
        assertThat(ImportCommand.in("--server.port=8080")).isEmpty();
        assertThat(ImportCommand.in("--import=products", "--file=a b.csv", "--coop=minato"))
                .contains(new ImportCommand("products", Path.of("a b.csv"), "minato"));
    }

    @Test
    void tellsHowFarItIsAndWhatHasChanged() {
        FileImport words =
                words(
                        progress -> {
                            progress.accept("1行を読みました。");
                            return "1語を取り込みました。";
                        });

        assertThat(take("words", List.of(words))).isEqualTo(ImportCommand.TAKEN);
        assertThat(text(out)).isEqualToIgnoringNewLines("1行を読みました。\n1語を取り込みました。\n");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void listsTheBadLinesAndFails() {
        FileImport words =
                words(
                        _ -> {
                            throw new ImportRefused(
                                    List.of(new BadLine(2, "読みがありません。"), new BadLine(7, "長すぎます。")));
                        });

        assertThat(take("words", List.of(words))).isEqualTo(ImportCommand.REFUSED);
        assertThat(text(err).lines())
                .containsExactly("2行目: 読みがありません。", "7行目: 長すぎます。", "何も取り込みませんでした（直すところ：2件）。");
    }

    @Test
    void saysWhatCanBeImported() {
        assertThat(take("weather", imports)).isEqualTo(ImportCommand.NOT_UNDERSTOOD);
        assertThat(text(err)).contains("postal-codes");
    }

    @Test
    void knowsNoCoopThatIsNotRegistered() {
        var command = new ImportCommand("postal-codes", folder, "nobody");

        assertThat(command.take(register, imports, stream(out), stream(err)))
                .isEqualTo(ImportCommand.NOT_UNDERSTOOD);
        assertThat(text(err)).contains("nobody");
    }

    @Test
    void startsWithoutPagesOnADatabaseOfItsOwn() throws IOException {
        var file = Files.writeString(folder.resolve("utf_ken_all.csv"), "壊れた行\n");
        String[] arguments = {
            "--import=postal-codes",
            "--file=" + file,
            "--coop=minato",
            "--spring.profiles.active=demo",
            "--kumiai.data=" + folder,
            "--kumiai.postal.fill-at-start=false",
            "--kumiai.db.url=" + TestDatabase.fresh(),
            "--kumiai.db.user=postgres"
        };

        assertThat(ImportCommand.in(arguments).orElseThrow().run(arguments))
                .isEqualTo(ImportCommand.REFUSED);
    }

    private int take(String kind, List<FileImport> among) {
        var command = new ImportCommand(kind, folder.resolve("file.csv"), coops.fresh().code());
        return command.take(register, among, stream(out), stream(err));
    }

    /** What an import does with its file. */
    private interface Taking {
        String take(Consumer<String> progress);
    }

    private static FileImport words(Taking taking) {
        return new FileImport() {
            @Override
            public String kind() {
                return "words";
            }

            @Override
            public String take(CoopId coop, Path file, Consumer<String> progress) {
                return taking.take(progress);
            }
        };
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
