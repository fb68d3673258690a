/** 他のサービスへのログイン: what members and services see of it (OpenID Connect). */
@NullMarked
package coop.kumiai.shop.connect;

import org.jspecify.annotations.NullMarked;
