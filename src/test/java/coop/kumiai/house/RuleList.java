package coop.kumiai.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import coop.kumiai.testing.Rule;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the rule catalogue against the tests: {@code ./kumiai rules}. */
public final class RuleList {
    private static final Path CATALOGUE = Path.of("docs", "rules.md");
    private static final Pattern ROW = Pattern.compile("^\\| ([NLMUB]-[A-Z]+-\\d+) \\|");
    private static final Pattern BEYOND = Pattern.compile("X-[A-Z]+-\\d+");

    private RuleList() {}

    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var tests = tests();
        var rules = rules();
        for (var rule : rules) {
            var names = tests.getOrDefault(rule, new TreeSet<>());
            out.printf("%-10s %3d  %s%n", rule, names.size(), String.join(", ", names));
        }
        out.println();
        out.println(summary(rules, tests));
    }

    /** Every id of the catalogue, in its order. */
    static List<String> rules() throws IOException {
        try (var lines = Files.lines(CATALOGUE)) {
            return lines.map(ROW::matcher).filter(it -> it.find()).map(it -> it.group(1)).toList();
        }
    }

    /** The tests of each id that any test names. */
    static Map<String, TreeSet<String>> tests() {
        var found = new TreeMap<String, TreeSet<String>>();
        var classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.OnlyIncludeTests())
                        .importPackages("coop.kumiai");
        for (var type : classes) {
            ids(type)
                    .forEach(
                            id ->
                                    found.computeIfAbsent(id, it -> new TreeSet<>())
                                            .add(type.getSimpleName()));
            for (var method : type.getMethods()) {
                ids(method)
                        .forEach(
                                id ->
                                        found.computeIfAbsent(id, it -> new TreeSet<>())
                                                .add(name(method)));
            }
        }
        return found;
    }

    /** A sentence for each family of rules: how many have a test, and which have none. */
    static String summary(List<String> rules, Map<String, TreeSet<String>> tests) {
        return rules.stream()
                .collect(
                        Collectors.groupingBy(
                                id -> id.substring(0, 1), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(family -> familySummary(family.getKey(), family.getValue(), tests))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    static boolean isKnown(String id, List<String> rules) {
        return rules.contains(id) || BEYOND.matcher(id).matches();
    }

    private static String familySummary(
            String family, List<String> rules, Map<String, TreeSet<String>> tests) {
        var without = rules.stream().filter(id -> !tests.containsKey(id)).toList();
        return "%s: %d of %d rules have tests%s"
                .formatted(
                        family,
                        rules.size() - without.size(),
                        rules.size(),
                        without.isEmpty() ? "" : "; none: " + String.join(" ", without));
    }

    private static Stream<String> ids(JavaMethod method) {
        return method.tryGetAnnotationOfType(Rule.class)
                .map(it -> Stream.of(it.value()))
                .orElse(Stream.empty());
    }

    private static Stream<String> ids(JavaClass type) {
        return type.tryGetAnnotationOfType(Rule.class)
                .map(it -> Stream.of(it.value()))
                .orElse(Stream.empty());
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}
