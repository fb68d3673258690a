package coop.kumiai.documents;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Yen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A paper in the register. It never changes; only whether it was exchanged for a receipt is known
 * later.
 *
 * @param registerNo its place among all papers of the co-op
 * @param number what people call it by (番号), without gaps for its kind and year
 * @param counterparty 取引先, as the register is searched
 * @param keepUntil 保存期限
 * @param exchangedFor the number of the receipt that it was exchanged for (N-RCPT-2)
 */
public record Paper(
        long registerNo,
        PaperKind kind,
        String number,
        UUID orderId,
        UUID memberId,
        Instant issuedAt,
        String counterparty,
        LocalDate keepUntil,
        PaperContent content,
        Optional<String> exchangedFor) {

    public Yen total() {
        return content.totals().total();
    }

    /** Whether it counts as the qualified invoice: one that was exchanged does no longer. */
    public boolean isInvoice() {
        return content.qualified() && exchangedFor.isEmpty();
    }

    /** What it is in law, beside its name; empty where it is only what its name says. */
    public String legalName() {
        if (!isInvoice()) {
            return "";
        }
        return kind == PaperKind.RETURN_INVOICE ? "適格返還請求書" : "適格請求書";
    }

    public String title() {
        return kind.label();
    }

    /** What the day on it is the day of. */
    public String suppliedLabel() {
        return kind == PaperKind.RETURN_INVOICE ? "返品日" : "お届け日";
    }

    /** What its sum is. */
    public String sumLabel() {
        return switch (kind) {
            case DELIVERY_NOTE -> "合計金額";
            case RECEIPT -> "領収金額";
            case RETURN_INVOICE -> "返金額";
        };
    }

    public LocalDate issuedOn() {
        return JapaneseDates.dayOf(issuedAt);
    }

    /** Under which name it is saved. */
    public String fileName() {
        return kind.label() + "-" + number + ".pdf";
    }
}
