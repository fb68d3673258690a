package coop.kumiai.demo;

import java.util.Arrays;
import java.util.Optional;

/** The cards of the stand-in processor, one for each outcome; none of them is anybody's. */
public enum TestCard {
    GOOD("4111111111111111", "VISA", "そのまま承認されます", ""),
    GOOD_JCB("3530111333300000", "JCB", "そのまま承認されます", ""),
    CHALLENGED("5555555555554444", "MASTERCARD", "本人認証の画面が出て、成功か失敗かを選べます", ""),
    DECLINED("4000000000000002", "VISA", "承認されません", "42G120000"),
    OVER_LIMIT("4000000000009995", "VISA", "ご利用できる金額を超えます", "42G030000"),
    EXPIRED("4000000000000069", "VISA", "有効期限が切れています", "42G830000"),
    PROOF_TIMES_OUT("4000000000003063", "VISA", "本人認証が時間切れになります", "E21010202"),
    NEVER_RAISED("4000000000000341", "VISA", "承認されますが、あとで増やせません", ""),
    OTHER_BRAND("378282246310005", "AMEX", "お使いになれないブランドです", "E61020001");

    private final String number;
    private final String brand;
    private final String words;
    private final String errorCode;

    TestCard(String number, String brand, String words, String errorCode) {
        this.number = number;
        this.brand = brand;
        this.words = words;
        this.errorCode = errorCode;
    }

    static Optional<TestCard> of(String number) {
        return Arrays.stream(values()).filter(it -> it.number.equals(number)).findFirst();
    }

    public String number() {
        return number;
    }

    public String brand() {
        return brand;
    }

    /** What comes of it. */
    public String words() {
        return words;
    }

    /** Why it is refused, or empty. */
    String errorCode() {
        return errorCode;
    }

    /** As a merchant sees it. */
    public String masked() {
        return "*".repeat(number.length() - 4) + number.substring(number.length() - 4);
    }
}
