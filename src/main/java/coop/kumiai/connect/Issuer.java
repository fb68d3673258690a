package coop.kumiai.connect;

import coop.kumiai.kernel.CoopId;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Who vouches: each co-op by its own address, so that what one says counts nowhere else. Read when
 * it is needed: the port of a demo is known only once it listens.
 */
@Component
public class Issuer {
    private final Environment environment;

    Issuer(Environment environment) {
        this.environment = environment;
    }

    /** Such as {@code https://coop.example/minato}. */
    public String of(CoopId coop) {
        var root = environment.getRequiredProperty("kumiai.public-url");
        return root.replaceFirst("/+$", "") + "/" + coop.code();
    }

    /** One of its addresses. */
    public String at(CoopId coop, String rest) {
        return of(coop) + "/" + rest;
    }
}
