package coop.kumiai.policies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** {@code docs/policies.md} names every policy of the code, with the value of the demo. */
class PoliciesPageTest {
    private static final Path PAGE = Path.of("docs/policies.md");
    private static final Path DEMO = Path.of("src/main/resources/demo/minato/policies.json");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\|");

    @Test
    void thePageHasEveryPolicyWithTheValueOfTheDemo() throws IOException {
        assertThat(page()).containsExactlyInAnyOrderEntriesOf(code());
    }

    private static Map<String, String> page() throws IOException {
        var rows = new TreeMap<String, String>();
        ROW.matcher(Files.readString(PAGE))
                .results()
                .forEach(row -> rows.put(row.group(1), row.group(2).replace("`", "")));
        return rows;
    }

    private static Map<String, String> code() throws IOException {
        var demo = new JsonMapper().readTree(Files.readString(DEMO));
        var registry = new PolicyRegistry();
        var rows = new TreeMap<String, String>();
        for (var name : registry.names()) {
            for (var component : registry.find(name).orElseThrow().getRecordComponents()) {
                rows.put(
                        name + "." + component.getName(),
                        written(value(demo, name).path(component.getName())));
            }
        }
        return rows;
    }

    private static JsonNode value(JsonNode demo, String name) {
        return demo.valueStream()
                .filter(row -> row.path("name").asString().equals(name) && !row.has("scope"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the demo has no " + name))
                .path("value");
    }

    private static String written(JsonNode value) {
        var isPlan = value.isArray() && value.path(0).isObject();
        if (isPlan) {
            return "entries: " + value.size();
        }
        return value.isString() ? value.asString() : value.toString();
    }
}
