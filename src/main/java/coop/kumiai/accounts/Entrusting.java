package coop.kumiai.accounts;

import coop.kumiai.accounts.MailProof.Purpose;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * 任せる (M-CARE-1): a member invites somebody to act for them, or the desk does for the member
 * (M-CARE-4). Nothing is entrusted before the invited person has accepted with an account of their
 * own.
 */
@Service
public class Entrusting {
    private final Representations representations;
    private final RepresentationStore store;
    private final AccountStore accounts;
    private final MailProofs proofs;
    private final Audit audit;
    private final Policies policies;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Entrusting(
            Representations representations,
            RepresentationStore store,
            AccountStore accounts,
            MailProofs proofs,
            Audit audit,
            Policies policies,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.representations = representations;
        this.store = store;
        this.accounts = accounts;
        this.proofs = proofs;
        this.audit = audit;
        this.policies = policies;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * What would be entrusted, for the page that asks for a last look.
     *
     * @throws Refused with every reason
     */
    public Mandate check(CoopId coop, UUID accountId, TypedRepresentation typed) {
        Refused.unless(
                RepresentationRules.refusals(
                        typed,
                        terms(coop),
                        new EmailAddress(account(coop, accountId).email()),
                        representations.standing(coop, accountId)));
        return RepresentationRules.mandate(typed, LocalDate.now(clock));
    }

    /**
     * Invites somebody to act for the member; the mails follow.
     *
     * @throws Refused with every reason
     */
    @Transactional
    public UUID grant(
            CoopId coop, UUID accountId, TypedRepresentation typed, String networkAddress) {
        return grant(coop, accountId, typed, networkAddress, Optional.empty(), "");
    }

    /**
     * The same at the desk, for a member who cannot do it alone: same rules, and the reason is
     * written down.
     *
     * @param accountId of the member, if there is one
     * @throws Refused with every reason
     */
    @Transactional
    public UUID grantAtDesk(
            CoopId coop,
            Optional<UUID> accountId,
            TypedRepresentation typed,
            String networkAddress,
            UUID staff,
            String reason) {
        var why = audit.reason(coop, reason, new RepresentationRefusal.NoReason());
        var member =
                accountId.orElseThrow(() -> Refused.because(new RepresentationRefusal.NoAccount()));
        return grant(coop, member, typed, networkAddress, Optional.of(staff), why);
    }

    private UUID grant(
            CoopId coop,
            UUID accountId,
            TypedRepresentation typed,
            String networkAddress,
            Optional<UUID> staff,
            String reason) {
        store.lockMember(coop, accountId);
        var mandate = check(coop, accountId, typed);
        var proof =
                proofs.ask(
                        coop,
                        Purpose.REPRESENTATION,
                        mandate.email(),
                        Optional.of(accountId),
                        networkAddress);
        var now = clock.instant();
        var given =
                new Representation(
                        Ids.next(clock),
                        accountId,
                        "",
                        mandate,
                        proof,
                        now,
                        now.plus(terms(coop).invitationValid()),
                        staff,
                        Optional.empty(),
                        "",
                        Optional.empty());
        store.insert(coop, given, reason);
        audit.note(
                coop,
                staff.orElse(accountId),
                "representative.granted",
                accountId,
                Representations.why(given, reason));
        announce.publishEvent(new RepresentationInvited(coop, given.representationId()));
        return given.representationId();
    }

    private Account account(CoopId coop, UUID accountId) {
        return accounts.find(coop, accountId).orElseThrow(() -> new NotFound("account"));
    }

    private RepresentativeTerms terms(CoopId coop) {
        return policies.today(coop, RepresentativeTerms.class);
    }
}
