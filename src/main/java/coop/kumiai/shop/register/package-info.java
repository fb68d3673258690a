/** Registration (新規登録): area, e-mail, mail, form, confirmation. */
@NullMarked
package coop.kumiai.shop.register;

import org.jspecify.annotations.NullMarked;
