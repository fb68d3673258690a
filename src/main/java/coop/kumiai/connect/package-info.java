/**
 * 他のサービスへのログイン (X-ID-2): the co-op's other services use the sign-in of Kumiai by OpenID Connect.
 * Which services there are, what members let them see, codes, tokens and signing keys.
 */
@ApplicationModule(
        displayName = "Connect",
        allowedDependencies = {"kernel", "policies", "accounts", "members"})
@NullMarked
package coop.kumiai.connect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
