package coop.kumiai.accounts;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.accounts.MailProof.Purpose;
import coop.kumiai.accounts.Representation.State;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * 家族・介護の代理 (M-CARE-1): a member lets somebody act for them, within limits, until a day, and ends it
 * at any time. Nothing is entrusted before the invited person has accepted with an account of their
 * own; what they do then is {@link ActingFor}.
 */
@Service
public class Representations {
    private final RepresentationStore store;
    private final AccountStore accounts;
    private final MailProofs proofs;
    private final Throttle throttle;
    private final Audit audit;
    private final Policies policies;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Representations(
            RepresentationStore store,
            AccountStore accounts,
            MailProofs proofs,
            Throttle throttle,
            Audit audit,
            Policies policies,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.proofs = proofs;
        this.throttle = throttle;
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
                        standing(coop, accountId)));
        return RepresentationRules.mandate(typed, today());
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
                why(given, reason));
        announce.publishEvent(new RepresentationInvited(coop, given.representationId()));
        return given.representationId();
    }

    /** All of a member, the newest first. */
    public List<Representation> of(CoopId coop, UUID accountId) {
        return store.ofMember(coop, accountId);
    }

    /** Those of a member that stand: invited or going on. */
    public List<Representation> standing(CoopId coop, UUID accountId) {
        return of(coop, accountId).stream()
                .filter(it -> state(it) == State.INVITED || state(it) == State.GOES_ON)
                .toList();
    }

    /** For whom somebody may act just now. */
    public List<Representation> goingOn(CoopId coop, UUID representative) {
        return store.ofRepresentative(coop, representative).stream()
                .filter(it -> state(it) == State.GOES_ON && !it.memberName().isEmpty())
                .toList();
    }

    /** Where one stands just now. */
    public State state(Representation representation) {
        return representation.state(clock.instant(), today());
    }

    /**
     * One, for its letters.
     *
     * @throws NotFound when there is none
     */
    public Representation get(CoopId coop, UUID representationId) {
        return store.find(coop, representationId).orElseThrow(() -> new NotFound("representation"));
    }

    /** By which names the member knows whoever has acted for them, by their accounts. */
    public Map<UUID, String> names(CoopId coop, UUID accountId) {
        return of(coop, accountId).stream()
                .filter(it -> it.representative().isPresent())
                .collect(
                        toMap(
                                it -> it.representative().orElseThrow(),
                                it -> it.mandate().name(),
                                (newest, older) -> newest));
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

    /** Ends one of the member's own; what has ended stays so. */
    @Transactional
    public void end(CoopId coop, UUID accountId, UUID representationId) {
        end(coop, mine(coop, representationId, accountId), accountId, "");
    }

    /** The representative gives it back. */
    @Transactional
    public void decline(CoopId coop, UUID representative, UUID representationId) {
        var given =
                store.find(coop, representationId)
                        .filter(
                                it ->
                                        it.representative()
                                                .filter(representative::equals)
                                                .isPresent())
                        .orElseThrow(() -> new NotFound("representation"));
        end(coop, given, representative, "");
    }

    /**
     * Staff end it for the member.
     *
     * @throws Refused without a reason
     */
    @Transactional
    public void endAtDesk(
            CoopId coop, UUID accountId, UUID representationId, UUID staff, String reason) {
        var why = audit.reason(coop, reason, new RepresentationRefusal.NoReason());
        end(coop, mine(coop, representationId, accountId), staff, why);
    }

    /** Whatever an account gave or took is over: it is closed, or its member leaves the co-op. */
    @Transactional
    public void endAllOf(CoopId coop, UUID accountId, UUID by, String reason) {
        store.standingOf(coop, accountId).forEach(it -> end(coop, it, by, reason));
    }

    private void end(CoopId coop, Representation given, UUID by, String reason) {
        if (store.end(coop, given.representationId(), by, clock.instant())) {
            audit.note(coop, by, "representative.ended", given.accountId(), why(given, reason));
            announce.publishEvent(
                    new RepresentationEnded(coop, given.representationId(), given.memberName()));
        }
    }

    private Representation mine(CoopId coop, UUID representationId, UUID accountId) {
        return store.find(coop, representationId)
                .filter(it -> it.accountId().equals(accountId))
                .orElseThrow(() -> new NotFound("representation"));
    }

    private Representation invited(CoopId coop, UUID proofId) {
        return store.ofProof(coop, proofId)
                .filter(it -> state(it) == State.INVITED)
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
        if (state(earlier) == State.GOES_ON) {
            throw Refused.because(
                    new RepresentationRefusal.RepresentsAlready(earlier.memberName()));
        }
        store.end(coop, earlier.representationId(), earlier.accountId(), clock.instant());
    }

    private static String why(Representation given, String reason) {
        var whom = given.mandate().name() + "さん";
        return reason.isEmpty() ? whom : whom + "：" + reason;
    }

    private Account account(CoopId coop, UUID accountId) {
        return accounts.find(coop, accountId).orElseThrow(() -> new NotFound("account"));
    }

    private RepresentativeTerms terms(CoopId coop) {
        return policies.today(coop, RepresentativeTerms.class);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
