package coop.kumiai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

import java.util.List;
import java.util.Map;

/** What holds for every page, however it is looked at. */
public final class PageLook {
    private static final String GRAVE_FINDINGS =
            """
            (rules) => axe.run(document, { resultTypes: ["violations"], ...rules }).then((found) => found.violations
                .filter((it) => ["serious", "critical"].includes(it.impact))
                .map((it) => it.id + ": " + it.nodes[0].html))\
            """;

    /** Besides links that run with their text and those that a larger thing carries. */
    private static final String SMALL_TARGETS =
            """
            () => {
                const least = 2.75 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize) - 1;
                const carrier = (it) => it.matches("[type=radio], [type=checkbox]") ? it.closest("label") ?? it : it;
                const inText = (it) => it.matches("a") && getComputedStyle(it).display === "inline";
                const spread = (it) => getComputedStyle(it, "::after").position === "absolute";
                return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
                    .filter((it) => it.checkVisibility() && !it.closest(".visually-hidden, .skip, pre"))
                    .filter((it) => !inText(it) && !spread(it))
                    .filter((it) => carrier(it).getBoundingClientRect().height < least)
                    .map((it) => Math.round(it.getBoundingClientRect().height) + " px: " + it.outerHTML.slice(0, 160));
            }\
            """;

    private static final String OVERHANG =
            """
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth\
            """;

    private static final Map<String, ?> COLOURS = Map.of("runOnly", List.of("color-contrast"));
    private static final String AXE = AxeBuilder.getAxeScript();

    private PageLook() {}

    /**
     * axe-core (itself a script) finds nothing serious; one h1; nothing hangs over the side of the
     * screen; what is pressed is as high as a finger is wide.
     */
    public static void isSound(Page page) {
        hasNoGraveFinding(page, Map.of());
        fits(page);
    }

    private static void hasNoGraveFinding(Page page, Map<String, ?> rules) {
        if (Browser.runsScript(page)) {
            assertThat(graveFindings(page, rules)).as("axe on %s", page.url()).isEmpty();
        }
    }

    private static void fits(Page page) {
        assertThat(page.locator("h1").count()).as("h1 on %s", page.url()).isEqualTo(1);
        assertThat((int) page.evaluate(OVERHANG)).as("overhang on %s", page.url()).isZero();
        assertThat(list(page.evaluate(SMALL_TARGETS)))
                .as("targets that are too small on %s", page.url())
                .isEmpty();
    }

    /**
     * The same page on a phone, on a desktop, with large text and in the dark. The document is one
     * and the same: axe-core reads it once, and its colours once more in the dark.
     */
    public static void isSoundOnEveryScreen(Browser.Session session) {
        for (var screen : Screen.FOUR) {
            session.turnTo(screen);
            try {
                fits(session.page());
                if (screen.equals(Screen.PHONE)) {
                    hasNoGraveFinding(session.page(), Map.of());
                } else if (screen.equals(Screen.DARK)) {
                    hasNoGraveFinding(session.page(), COLOURS);
                }
            } catch (AssertionError broken) {
                throw new AssertionError(screen + ": " + broken.getMessage(), broken);
            }
        }
    }

    private static List<?> graveFindings(Page page, Map<String, ?> rules) {
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AXE);
        }
        return list(page.evaluate(GRAVE_FINDINGS, rules));
    }

    private static List<?> list(Object evaluated) {
        return (List<?>) evaluated;
    }
}
