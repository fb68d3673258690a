package coop.kumiai.wallet;

import java.util.List;

/** What the rules decide about an instruction. */
sealed interface Judgement {
    /** Yes: the postings to be written, one for each wallet that it touches. */
    record Done(List<Posting> postings) implements Judgement {}

    record No(WalletRefusal refusal) implements Judgement {}

    static Judgement of(Posting posting) {
        return new Done(List.of(posting));
    }
}
