package coop.kumiai.web;

import coop.kumiai.policies.Coop;

import java.util.Optional;

/** Where members can read about a refusal; the help knows, the frame does not. */
public interface Guides {
    Optional<Link> about(Coop coop, String refusalCode);
}
