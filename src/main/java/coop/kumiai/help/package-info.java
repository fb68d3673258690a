/** The help (ヘルプ): articles in plain Japanese whose every figure is a live policy of the co-op. */
@ApplicationModule(
        displayName = "Help",
        allowedDependencies = {"kernel", "policies"})
@NullMarked
package coop.kumiai.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
