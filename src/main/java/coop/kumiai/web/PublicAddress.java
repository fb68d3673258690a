package coop.kumiai.web;

import coop.kumiai.kernel.CoopId;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import java.net.URI;

/** Whole addresses of pages, for companies outside that send browsers back to us. */
@Component
public class PublicAddress {
    private final Environment environment;

    PublicAddress(Environment environment) {
        this.environment = environment;
    }

    /**
     * @param page of the co-op, such as {@code checkout}
     */
    public URI of(CoopId coop, String page) {
        var root = environment.getRequiredProperty("kumiai.public-url").replaceFirst("/+$", "");
        return URI.create("%s/%s/%s".formatted(root, coop, page));
    }
}
