package coop.kumiai.payments;

import coop.kumiai.kernel.Refused;

import java.util.List;
import java.util.Locale;

/** お支払い方法 (N-PAY-1): no account debit, vouchers, gift certificates or store points. */
public enum PaymentMethod {
    /** 代金引換: cash to the driver. */
    CASH_ON_DELIVERY,
    /** クレジットカード: JCB, VISA, Mastercard. */
    CARD;

    /** As it is stored and sent. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a code that somebody sent. Whether the co-op offers that way is a policy: {@link
     * PaymentWays}.
     *
     * @throws Refused when there is no such way of paying
     */
    public static PaymentMethod require(String code) {
        for (var method : values()) {
            if (method.code().equals(code)) {
                return method;
            }
        }
        throw Refused.because(new PaymentRefusal.MethodNotOffered(List.of(values())));
    }
}
