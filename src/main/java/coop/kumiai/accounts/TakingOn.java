package coop.kumiai.accounts;

import coop.kumiai.accounts.MailProof.Purpose;
import coop.kumiai.accounts.Representation.State;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.UUID;

/**
 * 引き受ける (M-CARE-1): whoever was invited to act for a member accepts, by the link or the code of the
 * mail.
 */
@Service
public class TakingOn {
    private final Representations representations;
    private final RepresentationStore store;
    private final AccountStore accounts;
    private final MailProofs proofs;
    private final Throttle throttle;
    private final Audit audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    TakingOn(
            Representations representations,
            RepresentationStore store,
            AccountStore accounts,
            MailProofs proofs,
            Throttle throttle,
            Audit audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.representations = representations;
        this.store = store;
        this.accounts = accounts;
        this.proofs = proofs;
        this.throttle = throttle;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /** What the mailed link invites to; opening it changes nothing, so that a mail scanner may. */
    public Representation open(CoopId coop, String token) {
        return invited(coop, proofs.open(coop, Purpose.REPRESENTATION, token).proofId());
    }

    /**
     * Accepts by the mailed link.
     *
     * @throws Refused when it is used, expired or withdrawn, or is the member's own
     */
    @Transactional
    public Representation accept(CoopId coop, UUID representative, String token) {
        var proof = proofs.use(coop, Purpose.REPRESENTATION, token);
        var accepted = invited(coop, proof.proofId());
        requireOther(coop, accepted, representative);
        if (!store.accept(coop, accepted.representationId(), representative, clock.instant())) {
            throw Refused.because(new RepresentationRefusal.HasEnded());
        }
        audit.note(
                coop,
                representative,
                "representative.accepted",
                accepted.accountId(),
                accepted.mandate().name());
        announce.publishEvent(new RepresentationAccepted(coop, accepted.representationId()));
        return accepted;
    }

    /**
     * Which invitation to the address of an account a typed code belongs to. A wrong one is one try
     * of that account, however many invitations are open: none of them suffers by it.
     *
     * @return the token of its link
     * @throws Refused when it fits none, or one must wait
     */
    @Transactional(noRollbackFor = Refused.class)
    public String redeem(CoopId coop, UUID representative, String code) {
        var email = new EmailAddress(account(coop, representative).email());
        var invited = store.invited(coop, email, clock.instant());
        if (invited.isEmpty()) {
            throw Refused.because(new RepresentationRefusal.NoInvitation());
        }
        throttle.admitCode(coop, representative, email);
        var proofIds = invited.stream().map(Representation::proofId).toList();
        var token =
                proofs.tokenOfCode(coop, proofIds, code)
                        .orElseThrow(() -> Refused.because(new RepresentationRefusal.WrongCode()));
        throttle.forgiveCode(coop, representative, email);
        return token;
    }

    private Representation invited(CoopId coop, UUID proofId) {
        return store.ofProof(coop, proofId)
                .filter(it -> representations.state(it) == State.INVITED)
                .orElseThrow(() -> Refused.because(new RepresentationRefusal.HasEnded()));
    }

    /** Not the member, and not somebody who acts for this member already. */
    private void requireOther(CoopId coop, Representation invitation, UUID representative) {
        if (invitation.accountId().equals(representative)) {
            throw Refused.because(new RepresentationRefusal.OwnInvitation());
        }
        for (var other : store.ofRepresentative(coop, representative)) {
            if (other.accountId().equals(invitation.accountId())) {
                requireOver(coop, other);
            }
        }
    }

    private void requireOver(CoopId coop, Representation earlier) {
        if (representations.state(earlier) == State.GOES_ON) {
            throw Refused.because(
                    new RepresentationRefusal.RepresentsAlready(earlier.memberName()));
        }
        store.end(coop, earlier.representationId(), earlier.accountId(), clock.instant());
    }

    private Account account(CoopId coop, UUID accountId) {
        return accounts.find(coop, accountId).orElseThrow(() -> new NotFound("account"));
    }
}
