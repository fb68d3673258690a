package coop.kumiai.connect;

import java.time.Instant;
import java.util.Set;

/** What a member lets a service see, and since when. */
public record ServiceAccess(ConnectedService service, Set<Scope> scopes, Instant givenAt) {}
