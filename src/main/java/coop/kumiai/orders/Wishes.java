package coop.kumiai.orders;

import coop.kumiai.kernel.JapaneseText;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a member asks for at checkout (N-ORD-3, N-ORD-4); nothing of it can be added after the
 * confirmation.
 *
 * @param remarks 備考, empty when there are none
 * @param receipt 領収書 wanted beside the delivery note (N-RCPT-2)
 * @param receiptTo its addressee (宛名), empty when no receipt is wanted
 * @param leaveAtDoor 置き配 (N-DELIV-1)
 */
public record Wishes(
        Shortage shortage,
        String remarks,
        int chopsticks,
        int spoons,
        boolean receipt,
        String receiptTo,
        boolean leaveAtDoor) {

    /**
     * Keeps what was written, without spaces at the ends and invisible signs; remarks keep their
     * lines.
     */
    public Wishes {
        remarks =
                remarks.lines()
                        .map(JapaneseText::tidy)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n"));
        receiptTo = JapaneseText.tidy(receiptTo);
    }

    /** What to do about a product that is short at picking (N-PICK-2). */
    public enum Shortage {
        /** 代わりの品を希望する: the store phones and offers a substitute. */
        SUBSTITUTE,
        /** その商品を取り消す: no call, it is deducted. */
        CANCEL;

        /** As it is stored and sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads a code that somebody sent. */
        public static Optional<Shortage> read(String code) {
            for (var shortage : values()) {
                if (shortage.code().equals(code)) {
                    return Optional.of(shortage);
                }
            }
            return Optional.empty();
        }
    }
}
