package coop.kumiai.web;

import coop.kumiai.accounts.Errand;
import coop.kumiai.kernel.Refusal;

import java.util.Set;

/** This is for the member alone, or was not entrusted (M-CARE-2). */
record ShutWhileActing(String member, Set<Errand> errands) implements Refusal {

    @Override
    public String code() {
        return "web/shut-while-acting";
    }

    @Override
    public String sentence() {
        return "%sさんの代わりに操作しているあいだは、ここは使えません。お任せいただいているのは「%s」です。ご自分の手続きには、先に「代わりの操作を終える」を押してください。"
                .formatted(member, Errand.labels(errands));
    }

    /** How it reaches {@link PageErrors}: forbidden, and why. */
    static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ShutWhileActing refusal;

        Thrown(ShutWhileActing refusal) {
            super(refusal.code(), null, false, false);
            this.refusal = refusal;
        }

        ShutWhileActing refusal() {
            return refusal;
        }
    }
}
