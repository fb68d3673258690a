/**
 * Load on the whole running application over HTTP: {@code ./kumiai bench NAME}. Each brings its own
 * database and server up and down, and prints its figures beside the machine's own yardstick.
 */
@NullMarked
package coop.kumiai.bench;

import org.jspecify.annotations.NullMarked;
