package coop.kumiai.documents;

import coop.kumiai.documents.db.tables.records.PaperRecord;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 改ざん防止: the fingerprint of a paper and of the seal before it. Whoever changes one paper would have
 * to seal all later ones anew, and could not reach the seals that earlier proofs wrote down.
 */
final class Seal {
    /** What the first paper of a co-op is sealed to. */
    static final String NONE = "";

    private Seal() {}

    /** All of a row but its own seal. */
    static String of(String before, PaperRecord row) {
        var words =
                Stream.of(
                                before,
                                row.getCoopId(),
                                row.getRegisterNo(),
                                row.getKind(),
                                row.getYear(),
                                row.getPlace(),
                                row.getPaperNumber(),
                                row.getPaperKey(),
                                row.getOrderId(),
                                row.getMemberId(),
                                Objects.requireNonNullElse(row.getAboutNo(), 0L),
                                row.getExchanges(),
                                row.getIssuedAt().toInstant(),
                                Objects.requireNonNullElse(row.getIssuedBy(), ""),
                                row.getSuppliedOn(),
                                row.getTotalYen(),
                                row.getCounterparty(),
                                row.getCounterpartySearch(),
                                row.getKeepUntil(),
                                row.getContent())
                        .map(Object::toString)
                        .map(word -> word.length() + ":" + word)
                        .collect(Collectors.joining("\n"));
        return hash(words);
    }

    private static String hash(String words) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
