package coop.kumiai.shop;

import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;

/** What every form asks about a person, in the same words. */
public final class PersonalFields {
    private PersonalFields() {}

    public static Field family(String typed, FormErrors errors) {
        return text("family", "姓", typed, "family-name", errors);
    }

    public static Field given(String typed, FormErrors errors) {
        return text("given", "名", typed, "given-name", errors);
    }

    public static Field familyKana(String typed, FormErrors errors) {
        return text("familyKana", "せい（ふりがな）", typed, "off", errors);
    }

    public static Field givenKana(String typed, FormErrors errors) {
        return text("givenKana", "めい（ふりがな）", typed, "off", errors);
    }

    public static Field birthDate(String typed, FormErrors errors) {
        return text("birthDate", "生年月日", typed, "bday", errors)
                .hint("「昭和46年4月1日」「S46.4.1」「19710401」など、どの書きかたでもかまいません。");
    }

    public static Field childsBirthDate(String typed, FormErrors errors) {
        return text("birthDate", "いちばん下のお子さんの生年月日", typed, "off", errors)
                .hint("「令和6年4月1日」「R6.4.1」「20240401」など、どの書きかたでもかまいません。");
    }

    /** A line of text that a browser may know the answer to. */
    public static Field text(
            String name, String label, String typed, String autocomplete, FormErrors errors) {
        return Field.text(name, label)
                .with("autocomplete", autocomplete)
                .value(typed)
                .errors(errors);
    }
}
