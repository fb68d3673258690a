package coop.kumiai.documents;

import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Yen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A paper before it has its place in the register.
 *
 * @param key what it is made for: the same key never makes a second one
 * @param memberName by which it is found too, whatever its addressee
 * @param about the paper that it refers to
 * @param exchanges whether it takes the place of that paper (引き換え)
 * @param by the member of staff who asked for it; empty where it is made by itself
 */
record NewPaper(
        PaperKind kind,
        String key,
        UUID orderId,
        UUID memberId,
        String memberName,
        Optional<Paper> about,
        boolean exchanges,
        Instant issuedAt,
        Optional<UUID> by,
        LocalDate keepUntil,
        PaperContent content) {

    String counterparty() {
        return content.addressee();
    }

    String counterpartySearch() {
        return JapaneseText.fold(content.addressee()) + " " + JapaneseText.fold(memberName);
    }

    Yen total() {
        return content.totals().total();
    }
}
