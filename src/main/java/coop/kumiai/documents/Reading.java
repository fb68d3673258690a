package coop.kumiai.documents;

import coop.kumiai.documents.RegisterStore.Head;
import coop.kumiai.documents.db.tables.records.PaperRecord;

import java.util.List;
import java.util.Optional;

/** One reading of a register, paper by paper: each must be the next one and bear its seal. */
final class Reading {
    private final Optional<Proof> earlier;
    private long last;
    private long sound;
    private String seal = Seal.NONE;
    private String finding = "";

    /**
     * @param earlier the last proof that was sound: where it ended, the seal must still be the same
     */
    Reading(Optional<Proof> earlier) {
        this.earlier = earlier;
    }

    void take(PaperRecord row) {
        var expected = last + 1;
        last = row.getRegisterNo();
        if (!isSound()) {
            return;
        }
        if (last != expected) {
            finding = "台帳の %d番の書類がありません。".formatted(expected);
        } else if (!row.getSeal().equals(Seal.of(seal, row))) {
            finding = "台帳の %d番（%s）が、作ったときと違います。".formatted(last, row.getPaperNumber());
        } else {
            seal = row.getSeal();
            sound = last;
            compareWithEarlier();
        }
    }

    /** After the last paper: nothing may be missing at the end, nor any number. */
    void end(Optional<Head> head, List<String> gaps) {
        if (!isSound()) {
            return;
        }
        var promised = Math.max(head.map(Head::lastNo).orElse(0L), provedBefore());
        if (promised > last) {
            finding = "台帳の %d番からあとの書類がありません。".formatted(last + 1);
        } else if (!head.map(Head::lastSeal).orElse(Seal.NONE).equals(seal)) {
            finding = "台帳の末尾の記録が、書類と合いません。";
        } else if (!gaps.isEmpty()) {
            finding = "番号の抜けがあります（%s）。".formatted(String.join("、", gaps));
        }
    }

    private void compareWithEarlier() {
        var isChanged =
                earlier.filter(it -> it.papers() == last)
                        .filter(it -> !it.lastSeal().equals(seal))
                        .isPresent();
        if (isChanged) {
            finding = "台帳の %d番までが、前回の照合のときと違います。".formatted(last);
        }
    }

    private long provedBefore() {
        return earlier.map(Proof::papers).orElse(0L);
    }

    boolean isSound() {
        return finding.isEmpty();
    }

    /** The number of the last paper that was read. */
    long last() {
        return last;
    }

    /** How many were sound. */
    long papers() {
        return sound;
    }

    String seal() {
        return seal;
    }

    String finding() {
        return finding;
    }
}
