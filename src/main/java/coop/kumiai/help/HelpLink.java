package coop.kumiai.help;

/**
 * Where an article stands, {@code help/orders/limits} below the co-op's address, and what it is
 * called.
 */
public record HelpLink(String module, String name, String title) {
    public String path() {
        return "help/" + module + "/" + name;
    }
}
