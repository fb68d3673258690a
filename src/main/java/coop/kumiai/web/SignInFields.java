package coop.kumiai.web;

import java.util.Map;

/** What a form to sign in asks for, the members' as well as the staff's. */
public final class SignInFields {
    private SignInFields() {}

    /**
     * @param email what was typed; a password that was typed is never shown again
     * @param next where one wanted to go
     */
    public static Map<String, Object> of(String email, String next, FormErrors errors) {
        return Map.of(
                "email",
                Field.email("email", "メールアドレス")
                        .with("autocomplete", "username")
                        .value(email)
                        .errors(errors),
                "password",
                Field.password("password", "パスワード"),
                "next",
                next);
    }
}
