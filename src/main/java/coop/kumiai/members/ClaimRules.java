package coop.kumiai.members;

import coop.kumiai.kernel.JapaneseText;

import java.util.Optional;

/** The rules about deciding on a claimed member code, pure. */
final class ClaimRules {
    private static final int MOST_REASON = 200;

    private ClaimRules() {}

    static Optional<ClaimRefusal> reason(String reason) {
        var length = JapaneseText.length(reason);
        if (length == 0) {
            return Optional.of(new ClaimRefusal.NoReason());
        }
        return length > MOST_REASON
                ? Optional.of(new ClaimRefusal.ReasonTooLong(MOST_REASON, length))
                : Optional.empty();
    }

    /** A claim is decided once; a code has one holder. */
    static Optional<ClaimRefusal> confirming(Claim claim, Optional<Member> holder) {
        return undecided(claim)
                .or(
                        () ->
                                holder.map(
                                        it ->
                                                new ClaimRefusal.CodeIsTaken(
                                                        claim.code(), it.name().full())));
    }

    static Optional<ClaimRefusal> undecided(Claim claim) {
        return claim.decision().map(it -> new ClaimRefusal.Decided(it.confirmed()));
    }
}
