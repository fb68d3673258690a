package coop.kumiai.tills;

import coop.kumiai.kernel.Yen;

import java.time.Instant;
import java.util.Optional;

/**
 * 取引コード as its till knows it.
 *
 * @param code what the member types, or the QR code says
 * @param state {@code open}, {@code paid}, {@code refused}, {@code dropped} or {@code expired}
 * @param receipt once it is paid
 * @param isNew whether it was made just now
 */
public record ShownCode(
        String code,
        Yen amount,
        String state,
        Instant expiresAt,
        Optional<TillReceipt> receipt,
        boolean isNew) {
    /** A code is never printed. */
    @Override
    public String toString() {
        return "ShownCode[" + state + "]";
    }
}
