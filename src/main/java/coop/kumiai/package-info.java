/**
 * Kumiai (組合): the open platform of Japanese consumer co-ops (生協). Each folder below is one
 * business module.
 */
@NullMarked
package coop.kumiai;

import org.jspecify.annotations.NullMarked;
