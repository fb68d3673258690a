/**
 * What all tests stand on: the rule tag, the database, the running application, a co-op of one's
 * own.
 */
@NullMarked
package coop.kumiai.testing;

import org.jspecify.annotations.NullMarked;
