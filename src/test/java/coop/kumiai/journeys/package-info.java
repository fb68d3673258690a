/** What people do from beginning to end, in a real browser. */
@NullMarked
package coop.kumiai.journeys;

import org.jspecify.annotations.NullMarked;
