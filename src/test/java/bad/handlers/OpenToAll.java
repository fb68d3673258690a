package bad.handlers;

import org.springframework.web.bind.annotation.GetMapping;

/** A page that does not say who may call it. */
public class OpenToAll {
    @GetMapping("/{coop}/open")
    public String show() {
        return "";
    }
}
