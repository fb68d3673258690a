/** Signing in and out, and the forgotten password. */
@NullMarked
package coop.kumiai.shop.signin;

import org.jspecify.annotations.NullMarked;
