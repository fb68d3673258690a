package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * That something shall happen to a wallet. Each carries a key which its sender has made and kept
 * before sending: the same instruction again gets the same answer, for ever, also when that answer
 * was no; another one under the same key is refused.
 */
public sealed interface Instruction {
    String key();

    UUID walletId();

    /** What happens when the answer is yes. */
    default PostingKind kind() {
        return switch (this) {
            case Charge it -> PostingKind.CHARGE;
            case ExpectCharge it -> PostingKind.EXPECT_CHARGE;
            case DropCharge it -> PostingKind.DROP_CHARGE;
            case VoidCharge it -> PostingKind.VOID_CHARGE;
            case Pay it -> PostingKind.PAY;
            case Refund it -> PostingKind.REFUND;
            case Hold it -> PostingKind.HOLD;
            case Capture it -> PostingKind.CAPTURE;
            case Release it -> PostingKind.RELEASE;
            case Grant it -> PostingKind.GRANT;
            case Expire it -> PostingKind.EXPIRE;
            case Move it -> PostingKind.MOVE_OUT;
            case Verify it -> PostingKind.VERIFY;
            case Suspend it -> PostingKind.SUSPEND;
            case Resume it -> PostingKind.RESUME;
            case Close it -> PostingKind.CLOSE;
            case Migrate it -> PostingKind.MIGRATE;
        };
    }

    /** The posting that this one goes on from. */
    default Optional<UUID> about() {
        return Optional.empty();
    }

    /** Whether it depends on what waits for a second step. */
    default boolean asksForOpenItems() {
        return switch (kind()) {
            case CHARGE, EXPECT_CHARGE, DROP_CHARGE, CAPTURE, RELEASE, MOVE_OUT, CLOSE -> true;
            default -> false;
        };
    }

    /** Whether it depends on what was charged today. */
    default boolean asksForCharges() {
        return kind() == PostingKind.CHARGE || kind() == PostingKind.EXPECT_CHARGE;
    }

    /** Whose rows are held: usually one. */
    default List<UUID> wallets() {
        return List.of(walletId());
    }

    /**
     * チャージ (U-WAL-2): money has come in.
     *
     * @param expected the announced charge that it fulfils, where there was one
     */
    record Charge(
            String key,
            UUID walletId,
            Channel channel,
            String money,
            Yen amount,
            Optional<UUID> expected)
            implements Instruction {
        @Override
        public Optional<UUID> about() {
            return expected;
        }
    }

    /** A charge that is paid later, at a convenience store: limits count it from now on. */
    record ExpectCharge(String key, UUID walletId, Channel channel, Yen amount)
            implements Instruction {}

    /** An announced charge that nobody paid. */
    record DropCharge(String key, UUID walletId, UUID expected) implements Instruction {
        @Override
        public Optional<UUID> about() {
            return Optional.of(expected);
        }
    }

    /**
     * チャージの取消: the amount was mistyped, or the charge was a mistake at all.
     *
     * @param amount empty: all that is left of it
     */
    record VoidCharge(String key, UUID walletId, UUID charge, Optional<Yen> amount, String reason)
            implements Instruction {
        @Override
        public Optional<UUID> about() {
            return Optional.of(charge);
        }
    }

    /** お支払い at a shop (U-WAL-4). */
    record Pay(String key, UUID walletId, Purchase purchase, PointUse points)
            implements Instruction {}

    /**
     * 返金 of a payment, whole or in part (X-WAL-1).
     *
     * @param amount empty: all that is left of it
     */
    record Refund(String key, UUID walletId, UUID payment, Optional<Yen> amount, String reason)
            implements Instruction {
        @Override
        public Optional<UUID> about() {
            return Optional.of(payment);
        }
    }

    /** Sets aside what a purchase will take; {@link Capture} or {@link Release} ends it. */
    record Hold(String key, UUID walletId, String shop, Yen amount, PointUse points)
            implements Instruction {}

    /** Pays out of a hold; what is not needed goes back to where it came from. */
    record Capture(String key, UUID walletId, UUID hold, Purchase purchase) implements Instruction {
        @Override
        public Optional<UUID> about() {
            return Optional.of(hold);
        }
    }

    /** Gives a hold back whole. */
    record Release(String key, UUID walletId, UUID hold) implements Instruction {
        @Override
        public Optional<UUID> about() {
            return Optional.of(hold);
        }
    }

    /**
     * Points outside a payment.
     *
     * @param bearer who pays for them
     * @param lastDay empty: as the policy has it
     */
    record Grant(
            String key,
            UUID walletId,
            String bearer,
            Yen points,
            Optional<LocalDate> lastDay,
            String reason)
            implements Instruction {}

    /** Takes the points away whose last day has passed. */
    record Expire(String key, UUID walletId) implements Instruction {}

    /** E-money of one member becomes another's. */
    record Move(String key, UUID walletId, UUID to, String money, Yen amount)
            implements Instruction {
        @Override
        public List<UUID> wallets() {
            return List.of(walletId, to);
        }
    }

    /**
     * The owner is known now: the wallet can be used (U-SIGN-1, U-WAL-6).
     *
     * @param reason by what: which terms were agreed to
     */
    record Verify(String key, UUID walletId, String reason) implements Instruction {}

    /** 利用停止 (U-WAL-5), by the member or by staff. */
    record Suspend(String key, UUID walletId, String reason) implements Instruction {}

    /** 利用再開. */
    record Resume(String key, UUID walletId, String reason) implements Instruction {}

    /** 解約: the money is paid out, points lapse. */
    record Close(String key, UUID walletId, String reason) implements Instruction {}

    /**
     * 旧カードから移行 (U-WAL-6): once for each card and cut date, since its key says them.
     *
     * @param money balance and charges not picked up
     */
    record Migrate(
            LocalDate cutOn,
            String card,
            UUID walletId,
            String moneyCode,
            Yen money,
            Yen points,
            String bearer)
            implements Instruction {
        @Override
        public String key() {
            return "migrate:" + cutOn + ":" + card;
        }
    }
}
