package coop.kumiai.shop;

import coop.kumiai.accounts.PasswordTerms;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;

/** The two fields in which a password is chosen. */
public final class NewPassword {
    private NewPassword() {}

    public static Field field(PasswordTerms terms, FormErrors errors) {
        return Field.newPassword("password", "新しいパスワード").hint(hint(terms)).errors(errors);
    }

    public static Field again(FormErrors errors) {
        return Field.newPassword("again", "新しいパスワード（もう一度）").errors(errors);
    }

    /** What makes a good one. */
    public static String hint(PasswordTerms terms) {
        return "%d文字以上。関わりのない言葉をいくつか並べると、覚えやすく、当てられにくくなります。貼り付けてもかまいません。"
                .formatted(terms.leastCharacters());
    }
}
