/** The application as a process of its own that dies in the middle of its work. */
@NullMarked
package coop.kumiai.killed;

import org.jspecify.annotations.NullMarked;
