package coop.kumiai;

import static java.util.stream.Collectors.joining;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.FileImport;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.policies.Coop;
import coop.kumiai.policies.Coops;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/**
 * {@code ./kumiai import KIND FILE}: takes a file into the database and ends. It serves no pages
 * and works beside a program that is running.
 *
 * @param kind what the file holds, see {@link FileImport#kind}
 * @param coop the code of the co-op that it belongs to
 */
record ImportCommand(String kind, Path file, String coop) {
    static final int TAKEN = 0;
    static final int REFUSED = 1;
    static final int NOT_UNDERSTOOD = 2;

    /** The import that the command line asks for, if it asks for one. */
    static Optional<ImportCommand> in(String... arguments) {
        var options = new DefaultApplicationArguments(arguments);
        if (!options.containsOption("import")) {
            return Optional.empty();
        }
        return Optional.of(
                new ImportCommand(
                        only(options, "import"),
                        Path.of(only(options, "file")),
                        only(options, "coop")));
    }

    /** Starts what an import needs, takes the file and says how to leave the program. */
    int run(String... arguments) {
        try (var context =
                new SpringApplicationBuilder(Kumiai.class)
                        .web(WebApplicationType.NONE)
                        .properties("spring.main.lazy-initialization=true", "kumiai.guest=true")
                        .run(arguments)) {
            return take(
                    context.getBean(Coops.class),
                    context.getBeansOfType(FileImport.class).values(),
                    System.out,
                    System.err);
        }
    }

    int take(Coops coops, Collection<FileImport> imports, PrintStream out, PrintStream err) {
        var taker = imports.stream().filter(it -> it.kind().equals(kind)).findFirst();
        var owner =
                taker.filter(FileImport::foundsTheCoop)
                        .map(it -> new CoopId(coop))
                        .or(() -> coops.find(coop).map(Coop::id));
        if (taker.isEmpty()) {
            err.printf("%s という取込はありません。取り込めるもの: %s%n", kind, kinds(imports));
            return NOT_UNDERSTOOD;
        }
        if (owner.isEmpty()) {
            err.printf("%s という生協は登録されていません。%n", coop);
            return NOT_UNDERSTOOD;
        }
        return take(taker.get(), owner.get(), out, err);
    }

    private int take(FileImport taker, CoopId owner, PrintStream out, PrintStream err) {
        try {
            out.println(taker.take(owner, file, out::println));
            return TAKEN;
        } catch (ImportRefused refused) {
            refused.badLines().forEach(err::println);
            err.printf("何も取り込みませんでした（直すところ：%,d件）。%n", refused.badLines().size());
            return REFUSED;
        }
    }

    private static String kinds(Collection<FileImport> imports) {
        return imports.stream().map(FileImport::kind).sorted().collect(joining("、"));
    }

    private static String only(DefaultApplicationArguments options, String name) {
        var values = options.getOptionValues(name);
        if (values == null || values.size() != 1) {
            throw new IllegalArgumentException("--" + name + "= is needed once");
        }
        return values.getFirst();
    }
}
