package coop.kumiai.shop.profile;

import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;

/** What is typed for a new address; some of it only where the co-op asks for it (B-LOGIN-4). */
public record EmailFields(String typed, FormErrors errors) {
    public Field presentEmail() {
        return Field.email("presentEmail", "いまのメールアドレス").errors(errors);
    }

    public Field present() {
        return Field.password("present", "いまのパスワード").errors(errors);
    }

    public Field email() {
        return Field.email("email", "新しいメールアドレス").value(typed).errors(errors);
    }

    public Field again() {
        return Field.email("emailAgain", "新しいメールアドレス（もう一度）").errors(errors);
    }
}
