package coop.kumiai.payments;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** コンビニエンスストア where money can be brought, each with its own way to the register. */
public enum StoreChain {
    SEVEN_ELEVEN("セブン-イレブン", "00007", "レジで「インターネット代金の支払い」と伝え、払込票番号をお見せください。"),
    FAMILY_MART("ファミリーマート", "10002", "店内のマルチコピー機で「代金支払い」を選び、番号を入れて、出てきた券をレジにお出しください。"),
    LAWSON("ローソン", "10001", "店内のLoppiで「各種番号をお持ちの方」を選び、番号を入れて、出てきた券をレジにお出しください。"),
    MINISTOP("ミニストップ", "10005", "店内のLoppiで「各種番号をお持ちの方」を選び、番号を入れて、出てきた券をレジにお出しください。"),
    SEICOMART("セイコーマート", "10008", "店内のマルチコピー機で「お支払い」を選び、番号を入れて、出てきた券をレジにお出しください。");

    private final String words;
    private final String gatewayCode;
    private final String way;

    StoreChain(String words, String gatewayCode, String way) {
        this.words = words;
        this.gatewayCode = gatewayCode;
        this.way = way;
    }

    public String words() {
        return words;
    }

    /** How one pays there. */
    public String way() {
        return way;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a {@link #code()}. */
    public static Optional<StoreChain> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    String gatewayCode() {
        return gatewayCode;
    }
}
