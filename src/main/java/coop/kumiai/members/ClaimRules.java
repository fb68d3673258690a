package coop.kumiai.members;

import java.util.Optional;

/** The rules about deciding on a claimed member code, pure. */
final class ClaimRules {
    private ClaimRules() {}

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
