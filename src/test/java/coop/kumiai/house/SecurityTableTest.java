package coop.kumiai.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * docs/security-asvs.md has every line of OWASP ASVS 5.0, V6 and V7, up to level 2, and each test
 * that it names is there.
 */
class SecurityTableTest {
    private static final Path TABLE = Path.of("docs", "security-asvs.md");
    private static final Pattern LINE =
            Pattern.compile(
                    "(?m)^\\| ([67])\\.(\\d)\\.(\\d{1,2})(?:–[67]\\.\\d\\.(\\d{1,2}))? \\| [^|]+"
                            + " \\| [^|]+ \\|$");
    private static final Pattern QUOTED = Pattern.compile("`([A-Za-z]+)(?:\\.([a-zA-Z]+))?`");

    /**
     * How many lines each section has up to level 2; 6.3, 6.4, 6.5, 6.6 and 7.5 go on with level 3.
     */
    private static final Map<String, Integer> LEVEL_TWO =
            Map.ofEntries(
                    Map.entry("6.1", 3),
                    Map.entry("6.2", 12),
                    Map.entry("6.3", 4),
                    Map.entry("6.4", 4),
                    Map.entry("6.5", 5),
                    Map.entry("6.6", 3),
                    Map.entry("6.8", 4),
                    Map.entry("7.1", 3),
                    Map.entry("7.2", 4),
                    Map.entry("7.3", 2),
                    Map.entry("7.4", 5),
                    Map.entry("7.5", 2),
                    Map.entry("7.6", 2));

    private static final Map<String, Set<String>> TESTS =
            new ClassFileImporter()
                            .withImportOption(new ImportOption.OnlyIncludeTests())
                            .importPackages("coop.kumiai")
                            .stream()
                            .filter(it -> it.getSimpleName().matches(".*Tests?"))
                            .collect(
                                    Collectors.toMap(
                                            JavaClass::getSimpleName, SecurityTableTest::methods));

    @Test
    void everyLineUpToLevelTwoIsThereOnce() throws IOException {
        var wanted =
                LEVEL_TWO.entrySet().stream()
                        .flatMap(it -> numbers(it.getKey(), 1, it.getValue()))
                        .toList();
        var written =
                LINE.matcher(Files.readString(TABLE))
                        .results()
                        .flatMap(
                                it -> {
                                    var first = Integer.parseInt(it.group(3));
                                    var last =
                                            it.group(4) == null
                                                    ? first
                                                    : Integer.parseInt(it.group(4));
                                    return numbers(it.group(1) + "." + it.group(2), first, last);
                                })
                        .toList();
        assertThat(written).doesNotHaveDuplicates().containsAll(wanted);
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        var named = 0;
        var type = "";
        for (var it : QUOTED.matcher(Files.readString(TABLE)).results().toList()) {
            var name = it.group(1);
            if (name.matches("[A-Z].*Tests?")) {
                type = name;
                named++;
                assertThat(TESTS).as("classes of tests").containsKey(name);
                if (it.group(2) != null) {
                    assertThat(TESTS.get(name)).as(name).contains(it.group(2));
                }
            } else if (it.group(2) == null && name.matches("[a-z]+[A-Z]\\w{8,}")) {
                assertThat(TESTS.get(type)).as("the class named last, %s", type).contains(name);
            }
        }
        assertThat(named).isGreaterThan(30);
    }

    private static Set<String> methods(JavaClass type) {
        return type.getMethods().stream().map(JavaMethod::getName).collect(Collectors.toSet());
    }

    private static Stream<String> numbers(String section, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(it -> section + "." + it);
    }
}
