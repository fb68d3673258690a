package coop.kumiai.notifications;

import coop.kumiai.kernel.CoopId;

import gg.jte.TemplateEngine;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Map;

/** Writes the texts of letters, out of the templates in {@code src/main/jte/notifications}. */
@Component
class Writing {
    private final TemplateEngine templates;
    private final Environment environment;
    private volatile @Nullable String root;

    Writing(TemplateEngine templates, Environment environment) {
        this.templates = templates;
        this.environment = environment;
    }

    /**
     * @param template its name without folder and ending, such as {@code order-placed}
     */
    String text(String template, Map<String, ?> parameters) {
        var all = new HashMap<String, @Nullable Object>(parameters);
        var output = new PlainText();
        templates.render("notifications/" + template + ".jte", all, output);
        return output.toString().strip() + "\n";
    }

    /** The whole address of one of the co-op's pages. */
    String link(CoopId coop, String page) {
        return root() + "/" + coop.code() + "/" + page;
    }

    /** Remembered from when the server listens: only then is the port of a demo known. */
    private String root() {
        if (root != null) {
            return root;
        }
        var now = environment.getRequiredProperty("kumiai.public-url").replaceFirst("/+$", "");
        if (environment.containsProperty("local.server.port")) {
            root = now;
        }
        return now;
    }
}
