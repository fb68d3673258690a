package coop.kumiai.members;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * That something shall happen to share capital.
 *
 * @param key the same request, sent again, has the same key and changes nothing
 * @param amount that it is about
 * @param day from which it counts
 * @param ref where it came from
 * @param actor who of the staff entered it
 */
record ShareRequest(
        ShareKind kind,
        String key,
        ShareAmount amount,
        LocalDate day,
        String ref,
        Optional<UUID> actor) {

    /** What the key stands for: another content under the same key is refused. */
    String content(UUID memberId) {
        return "%s:%s:%d:%d"
                .formatted(kind.code(), memberId, amount.units(), amount.yen().amount());
    }
}
