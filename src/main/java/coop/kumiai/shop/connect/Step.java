package coop.kumiai.shop.connect;

import coop.kumiai.connect.ConnectedService;

/** What comes next for a service's request. */
sealed interface Step {
    /** Back to the service, with a code or an error. */
    record Away(String address) implements Step {}

    /** To one of the co-op's own pages: to sign in, or to prove who one is. */
    record Here(String path) implements Step {}

    /** The member is asked. */
    record Ask(Asked asked, ConnectedService service) implements Step {}
}
