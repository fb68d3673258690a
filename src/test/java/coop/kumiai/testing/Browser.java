package coop.kumiai.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The browser of the machine (Chromium), started once for all tests of a run. Each session has
 * cookies of its own and remembers what the console complained about, broken content security among
 * it.
 */
public final class Browser {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-dev-shm-usage",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run");
    private static final Set<BrowserContext> WITHOUT_SCRIPT = ConcurrentHashMap.newKeySet();
    private static com.microsoft.playwright.@Nullable Browser running;

    private Browser() {}

    /** A new person before a screen. */
    public static Session session(Screen screen) {
        var options =
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(screen.width(), screen.height())
                        .setColorScheme(screen.colours())
                        .setJavaScriptEnabled(screen.script())
                        .setUserAgent(screen.userAgent())
                        .setLocale("ja-JP")
                        .setTimezoneId("Asia/Tokyo");
        var context = browser().newContext(options);
        context.setDefaultTimeout(PATIENCE.toMillis());
        if (!screen.script()) {
            WITHOUT_SCRIPT.add(context);
        }
        return new Session(context, screen);
    }

    /** Whether scripts run on this page; where they do not, axe-core cannot look at it. */
    static boolean runsScript(Page page) {
        return !WITHOUT_SCRIPT.contains(page.context());
    }

    /** Waits until the page says all of these; after a click it may still be the page before. */
    public static void awaitWords(Page page, String... words) {
        for (var it : words) {
            page.locator("body", new Page.LocatorOptions().setHasText(it)).waitFor();
        }
    }

    private static synchronized com.microsoft.playwright.Browser browser() {
        if (running == null) {
            var playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            running =
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(executable())
                                            .setArgs(ARGUMENTS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return running;
    }

    private static Path executable() {
        var named = System.getenv().getOrDefault("KUMIAI_CHROMIUM", "/usr/bin/chromium");
        return Stream.of(named, "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is missing: ./kumiai test"));
    }

    /** One person's browser window. */
    public static final class Session implements AutoCloseable {
        private final BrowserContext context;
        private final Page page;
        private Screen screen;
        private final List<String> complaints = new ArrayList<>();

        Session(BrowserContext context, Screen screen) {
            this.context = context;
            this.screen = screen;
            this.page = context.newPage();
            page.onConsoleMessage(
                    message -> {
                        if (message.type().equals("error")) {
                            complaints.add(message.text());
                        }
                    });
            page.onPageError(complaints::add);
        }

        /** Opens an address and sets the size of the text as the screen wants it. */
        public Page open(String address) {
            page.navigate(address);
            if (screen.textPercent() != 100) {
                setText();
            }
            return page;
        }

        /** Looks at the page that is open on another screen; whether scripts run stays as it is. */
        public void turnTo(Screen other) {
            screen = other;
            page.setViewportSize(other.width(), other.height());
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(other.colours()));
            setText();
        }

        private void setText() {
            page.evaluate(
                    "percent => document.documentElement.style.fontSize = percent + '%'",
                    screen.textPercent());
        }

        public Page page() {
            return page;
        }

        /** What the console said in red: script errors, missing files, broken content security. */
        public List<String> complaints() {
            return complaints;
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
