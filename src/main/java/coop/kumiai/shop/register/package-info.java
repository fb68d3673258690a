/** Registration (新規登録): area, e-mail, mail, form, confirmation. */
@NetShop
@NullMarked
package coop.kumiai.shop.register;

import coop.kumiai.web.NetShop;

import org.jspecify.annotations.NullMarked;
