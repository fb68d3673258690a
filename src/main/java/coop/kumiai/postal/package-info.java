/**
 * Postal codes (郵便番号): which prefecture, city and town a code means. Public data of the nation, so
 * its tables are the same for every co-op and, alone among all, carry no co-op.
 */
@ApplicationModule(displayName = "Postal codes", allowedDependencies = "kernel")
@NullMarked
package coop.kumiai.postal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
