package coop.kumiai.wallet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a key stands for, in few characters that stay the same for ever. */
final class Digests {
    private Digests() {}

    /** Spelled out field by field: a field added later must not change the digests of before. */
    static String of(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Charge it ->
                    of(it, "charge", it.channel().code(), it.money(), it.amount(), it.expected());
            case Instruction.ExpectCharge it -> of(it, "expect", it.channel().code(), it.amount());
            case Instruction.DropCharge it -> of(it, "drop", it.expected());
            case Instruction.VoidCharge it -> of(it, "void-charge", it.charge(), it.amount());
            case Instruction.Pay it -> of(it, "pay", purchase(it.purchase()), points(it.points()));
            case Instruction.Refund it -> of(it, "refund", it.payment(), it.amount());
            case Instruction.Hold it -> of(it, "hold", it.shop(), it.amount(), points(it.points()));
            case Instruction.Capture it -> of(it, "capture", it.hold(), purchase(it.purchase()));
            case Instruction.Release it -> of(it, "release", it.hold());
            case Instruction.Grant it ->
                    of(it, "grant", it.bearer(), it.points(), it.lastDay(), it.reason());
            case Instruction.Expire it -> of(it, "expire");
            case Instruction.Move it -> of(it, "move", it.to(), it.money(), it.amount());
            case Instruction.Verify it -> of(it, "verify");
            case Instruction.Suspend it -> of(it, "suspend");
            case Instruction.Resume it -> of(it, "resume");
            case Instruction.Close it -> of(it, "close");
            case Instruction.Migrate it ->
                    of(it, "migrate", it.moneyCode(), it.money(), it.points(), it.bearer());
        };
    }

    private static String of(Instruction instruction, Object... fields) {
        var text =
                instruction.walletId()
                        + "\n"
                        + Arrays.stream(fields)
                                .map(Objects::toString)
                                .collect(Collectors.joining("\n"));
        return sha256(text);
    }

    private static String purchase(Purchase purchase) {
        return purchase.shop()
                + "\t"
                + purchase.amount()
                + purchase.lines().stream()
                        .map(
                                it ->
                                        "\t%s\t%s\t%d\t%d"
                                                .formatted(
                                                        it.jan(),
                                                        it.name(),
                                                        it.quantity(),
                                                        it.amount().amount()))
                        .collect(Collectors.joining());
    }

    private static String points(PointUse use) {
        return use.most().amount() + (use.exactly() ? "!" : "");
    }

    static String sha256(String text) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
