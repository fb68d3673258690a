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

    /**
     * The whole address of one of the co-op's pages. Read when it is needed: the port of a demo is
     * known only once it listens.
     */
    String link(CoopId coop, String page) {
        var root = environment.getRequiredProperty("kumiai.public-url");
        return root.replaceFirst("/+$", "") + "/" + coop.code() + "/" + page;
    }
}
