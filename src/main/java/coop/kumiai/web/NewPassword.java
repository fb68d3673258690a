package coop.kumiai.web;

import coop.kumiai.accounts.PasswordShape;
import coop.kumiai.accounts.PasswordTerms;

/** The two fields in which a password is chosen. */
public final class NewPassword {
    private NewPassword() {}

    public static Field field(PasswordTerms terms, PasswordShape shape, FormErrors errors) {
        return Field.newPassword("password", "新しいパスワード").hint(hint(terms, shape)).errors(errors);
    }

    public static Field again(FormErrors errors) {
        return Field.newPassword("again", "新しいパスワード（もう一度）").errors(errors);
    }

    /** What makes a good one (B-LOGIN-1). */
    public static String hint(PasswordTerms terms, PasswordShape shape) {
        return "%d文字以上。%s%sほかで使っているものや誕生日は避けてください。貼り付けてもかまいません。"
                .formatted(terms.leastCharacters(), signs(terms, shape), row(shape));
    }

    private static String signs(PasswordTerms terms, PasswordShape shape) {
        return shape.halfWidthOnly()
                ? "半角の英字・数字・記号で%d文字まで。".formatted(terms.mostCharacters())
                : "関わりのない言葉をいくつか並べると、覚えやすく、当てられにくくなります。";
    }

    private static String row(PasswordShape shape) {
        return shape.mostSameInARow() > 0
                ? "同じ文字は続けて%d文字まで。".formatted(shape.mostSameInARow())
                : "";
    }
}
