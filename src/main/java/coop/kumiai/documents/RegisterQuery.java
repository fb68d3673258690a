package coop.kumiai.documents;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the register is searched for, all of it at once (電子帳簿保存法: 取引年月日・取引金額・取引先, with ranges).
 *
 * @param counterparty a part of the name, in any writing; empty for all
 */
public record RegisterQuery(
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<Yen> least,
        Optional<Yen> most,
        String counterparty,
        Optional<PaperKind> kind) {

    /** All papers. */
    public static final RegisterQuery ALL =
            new RegisterQuery(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    Optional.empty());

    /** Behind which paper a page begins. */
    public record Place(LocalDate suppliedOn, long registerNo) {
        public static Place of(Paper paper) {
            return new Place(paper.content().suppliedOn(), paper.registerNo());
        }
    }
}
