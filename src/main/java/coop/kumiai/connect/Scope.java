package coop.kumiai.connect;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a service may ask about a member, each in the words of the page that asks for consent. */
public enum Scope {
    OPENID("このサービスだけで使う番号（組合員コードではありません）"),
    PROFILE("お名前"),
    EMAIL("メールアドレス"),
    MEMBER("組合員コード");

    private final String words;

    Scope(String words) {
        this.words = words;
    }

    /** As the member reads it. */
    public String words() {
        return words;
    }

    /** As it stands in requests. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing for a scope that Kumiai does not know. */
    public static Optional<Scope> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    /** Those that Kumiai knows; {@code openid} is always among them. */
    public static Set<Scope> all(Collection<String> codes) {
        var scopes = EnumSet.of(OPENID);
        codes.forEach(it -> of(it).ifPresent(scopes::add));
        return scopes;
    }

    static String[] codes(Collection<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::code).toArray(String[]::new);
    }
}
