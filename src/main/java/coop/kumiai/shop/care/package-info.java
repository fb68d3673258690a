/** 家族・介護の代理: whom a member lets act for them, the invitation, and acting itself. */
@NullMarked
package coop.kumiai.shop.care;

import org.jspecify.annotations.NullMarked;
