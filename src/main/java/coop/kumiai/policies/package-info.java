/** Dated business values per co-op (規程), who decided them and why; and the register of co-ops. */
@ApplicationModule(displayName = "Policies", allowedDependencies = "kernel")
@NullMarked
package coop.kumiai.policies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
