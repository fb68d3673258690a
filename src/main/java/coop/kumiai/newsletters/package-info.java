/**
 * メールマガジン: what the co-op mails to those members who want it, issue by issue, in the background and
 * to each once.
 */
@ApplicationModule(
        displayName = "Newsletters",
        allowedDependencies = {
            "kernel",
            "policies",
            "accounts",
            "members",
            "membership",
            "notifications"
        })
@NullMarked
package coop.kumiai.newsletters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
