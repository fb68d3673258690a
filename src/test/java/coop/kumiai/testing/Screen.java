package coop.kumiai.testing;

import com.microsoft.playwright.options.ColorScheme;

import java.util.List;

/**
 * What somebody looks at: how wide it is, how large the text, by day or by night, with or without
 * script.
 */
public record Screen(
        String name, int width, int height, int textPercent, ColorScheme colours, boolean script) {

    private static final String COMPUTER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/142.0.0.0 Safari/537.36";

    /** A phone of today, the first screen of every page. */
    public static final Screen PHONE = new Screen("phone", 390, 844, 100, ColorScheme.LIGHT, true);

    public static final Screen DESKTOP =
            new Screen("desktop", 1280, 900, 100, ColorScheme.LIGHT, true);

    /** The same phone with its text at twice the size. */
    public static final Screen LARGE_TEXT =
            new Screen("large text", 390, 844, 200, ColorScheme.LIGHT, true);

    public static final Screen DARK = new Screen("dark", 390, 844, 100, ColorScheme.DARK, true);

    public static final Screen WITHOUT_SCRIPT =
            new Screen("without script", 390, 844, 100, ColorScheme.LIGHT, false);

    /** What every page is looked at on. */
    public static final List<Screen> FOUR = List.of(PHONE, DESKTOP, LARGE_TEXT, DARK);

    /** What a browser on such a screen says of itself. */
    public String userAgent() {
        return width < DESKTOP.width() ? Visitor.SMARTPHONE : COMPUTER;
    }

    @Override
    public String toString() {
        return name;
    }
}
