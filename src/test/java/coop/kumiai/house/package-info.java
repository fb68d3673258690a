/** The rules of the house: modules, layers, clock, money, who may call what. */
@NullMarked
package coop.kumiai.house;

import org.jspecify.annotations.NullMarked;
