package coop.kumiai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

import java.util.List;
import java.util.Set;

/** What holds for every page, however it is looked at. */
public final class PageLook {
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private PageLook() {}

    /**
     * axe-core (itself a script) finds nothing serious; one h1; nothing hangs over the side of the
     * screen.
     */
    public static void isSound(Page page) {
        if (Browser.runsScript(page)) {
            assertThat(graveFindings(page)).as("axe on %s", page.url()).isEmpty();
        }
        assertThat(page.locator("h1").count()).as("h1 on %s", page.url()).isEqualTo(1);
        assertThat(overhang(page)).as("overhang on %s", page.url()).isZero();
    }

    private static List<String> graveFindings(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(finding -> GRAVE.contains(finding.getImpact()))
                        .map(
                                finding ->
                                        finding.getId()
                                                + ": "
                                                + finding.getNodes().getFirst().getHtml())
                        .toList();
    }

    private static int overhang(Page page) {
        return (int)
                page.evaluate(
                        "() => document.documentElement.scrollWidth -"
                                + " document.documentElement.clientWidth");
    }
}
