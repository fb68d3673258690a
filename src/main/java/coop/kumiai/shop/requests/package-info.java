/** 届出とお問い合わせ of a member, and what a member wants to be mailed. */
@NullMarked
package coop.kumiai.shop.requests;

import org.jspecify.annotations.NullMarked;
