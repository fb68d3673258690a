package coop.kumiai.accounts;

import coop.kumiai.accounts.MailProof.Purpose;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Proves that an e-mail address is its writer's (N-REG-1, N-REG-5): a mail with a link and a code,
 * single use, expiring. What is answered on the screen never tells whether the address is
 * registered: both cases do the same work here, only the mail differs.
 */
@Service
public class MailProofs {
    private final MailProofStore store;
    private final AccountStore accounts;
    private final MailProofKeys keys;
    private final Throttle throttle;
    private final Policies policies;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    MailProofs(
            MailProofStore store,
            AccountStore accounts,
            MailProofKeys keys,
            Throttle throttle,
            Policies policies,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.keys = keys;
        this.throttle = throttle;
        this.policies = policies;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * Begins a registration; the mail follows.
     *
     * @throws Refused when it is no address or too many mails were asked for
     */
    @Transactional
    public UUID askRegistration(CoopId coop, String typedEmail, String networkAddress) {
        var email = EmailAddress.require(typedEmail);
        var known = accounts.idOf(coop, Account.Kind.MEMBER, email);
        var proofId = ask(coop, Purpose.REGISTRATION, email, known, networkAddress);
        announce.publishEvent(new RegistrationAsked(coop, proofId));
        return proofId;
    }

    /**
     * Begins the recovery of a member's password; the mail follows.
     *
     * @param isTheirs whether what else was typed fits the account (B-LOGIN-3)
     * @throws Refused when it is no address or too many mails were asked for
     */
    @Transactional
    public UUID askRecovery(
            CoopId coop, String typedEmail, String networkAddress, Predicate<UUID> isTheirs) {
        var email = EmailAddress.require(typedEmail);
        var known = accounts.idOf(coop, Account.Kind.MEMBER, email).filter(isTheirs);
        var proofId = ask(coop, Purpose.RECOVERY, email, known, networkAddress);
        announce.publishEvent(new RecoveryAsked(coop, proofId));
        return proofId;
    }

    /** The same where the address alone is asked for. */
    @Transactional
    public UUID askRecovery(CoopId coop, String typedEmail, String networkAddress) {
        return askRecovery(coop, typedEmail, networkAddress, account -> true);
    }

    /**
     * Counts a mail that somebody asks for who is not signed in, and that is no proof of ours.
     *
     * @throws Refused when one must wait
     */
    @Transactional(noRollbackFor = Refused.class)
    public void admit(CoopId coop, EmailAddress email, String networkAddress) {
        throttle.admitMail(coop, email, networkAddress);
    }

    /**
     * What the mail of this proof says; empty when it is gone, expired long ago or with its
     * account: then nobody can write it any more.
     */
    public Optional<MailProofLetter> letter(CoopId coop, UUID proofId) {
        return store.find(coop, proofId).map(it -> letter(coop, it));
    }

    private MailProofLetter letter(CoopId coop, MailProof proof) {
        var proofId = proof.proofId();
        return new MailProofLetter(
                proof.email(),
                proof.leadsOn() && !isTaken(coop, proof),
                keys.token(coop, proofId),
                keys.code(coop, proofId),
                keys.temporaryPassword(coop, proofId),
                valid(coop, proof.purpose()));
    }

    /**
     * Where a mail went, for the page that says so to whoever asked for it.
     *
     * @throws NotFound when there is no such mail
     */
    public EmailAddress sentTo(CoopId coop, Purpose purpose, UUID proofId) {
        var proof = get(coop, proofId);
        if (proof.purpose() != purpose) {
            throw new NotFound("mail proof");
        }
        return proof.email();
    }

    /**
     * Opens a mailed link. Changes nothing, so that a mail scanner may follow it.
     *
     * @throws Refused when it is unknown, used or expired
     */
    public MailProof open(CoopId coop, Purpose purpose, String token) {
        var proof =
                keys.proofOf(coop, token)
                        .flatMap(proofId -> store.find(coop, proofId))
                        .filter(it -> it.purpose() == purpose && it.leadsOn())
                        .orElseThrow(() -> Refused.because(new MailProofRefusal.Unknown()));
        requireUsable(coop, proof);
        return proof;
    }

    /**
     * Exchanges the mailed code for the link's token. Every try counts before it is compared.
     *
     * @throws Refused when it is wrong, or was tried too often, or the mail is used or expired
     */
    public String redeemCode(CoopId coop, Purpose purpose, UUID proofId, String typedCode) {
        var proof =
                store.find(coop, proofId)
                        .filter(it -> it.purpose() == purpose)
                        .orElseThrow(() -> Refused.because(new MailProofRefusal.Unknown()));
        requireUsable(coop, proof);
        var most = policies.today(coop, MailProofTerms.class).codeTries();
        if (!store.countCodeTry(coop, proofId, most)) {
            throw Refused.because(new MailProofRefusal.TooManyCodes(most));
        }
        if (!keys.isCode(coop, proofId, typedCode) || !proof.leadsOn()) {
            throw wrongCode(get(coop, proofId), most);
        }
        store.forgiveCodeTry(coop, proofId);
        return keys.token(coop, proofId);
    }

    /**
     * The link's token of that one of these mails whose code was typed. Whoever asks counts the
     * try: what was mistyped was meant for one of them, and is no try at the others.
     */
    Optional<String> tokenOfCode(CoopId coop, Collection<UUID> proofIds, String typedCode) {
        var now = clock.instant();
        return proofIds.stream()
                .filter(it -> keys.isCode(coop, it, typedCode))
                .flatMap(it -> store.find(coop, it).stream())
                .filter(it -> !it.used() && now.isBefore(it.expiresAt()) && it.leadsOn())
                .findFirst()
                .map(it -> token(coop, it));
    }

    /**
     * Takes the single use of a mail, in the transaction of what it opens. The others of its kind
     * to the same address are void, but not another member's invitation.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    MailProof use(CoopId coop, Purpose purpose, String token) {
        var proof = open(coop, purpose, token);
        if (!store.use(coop, proof.proofId(), clock.instant())) {
            throw Refused.because(new MailProofRefusal.Used());
        }
        if (purpose != Purpose.REPRESENTATION) {
            store.useOthers(coop, proof, clock.instant());
        }
        return proof;
    }

    /**
     * The first password of staff, handed out and not mailed; one that was handed out before is
     * void.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    String firstPassword(CoopId coop, Account account) {
        var now = clock.instant();
        store.useAllOf(coop, account.accountId(), Purpose.FIRST_PASSWORD, now);
        var proof =
                new MailProof(
                        Ids.next(clock),
                        Purpose.FIRST_PASSWORD,
                        new EmailAddress(account.email()),
                        Optional.of(account.accountId()),
                        now,
                        now.plus(valid(coop, Purpose.FIRST_PASSWORD)),
                        0,
                        false);
        store.insert(coop, proof);
        return keys.temporaryPassword(coop, proof.proofId());
    }

    /** Whether one that was handed out still opens the page for another. */
    boolean hasFirstPassword(CoopId coop, UUID accountId) {
        return !store.openOf(coop, accountId, Purpose.FIRST_PASSWORD, clock.instant()).isEmpty();
    }

    /** Whether a new password is the temporary one that led to it. */
    boolean isTemporaryPassword(CoopId coop, MailProof proof, String typed) {
        return keys.isTemporaryPassword(coop, proof.proofId(), typed);
    }

    /**
     * The mail of an account that this password came with, if one of its open ones says so; or what
     * was handed out in its place.
     */
    Optional<MailProof> byTemporaryPassword(
            CoopId coop, UUID accountId, Purpose purpose, String typed) {
        return store.openOf(coop, accountId, purpose, clock.instant()).stream()
                .filter(it -> keys.isTemporaryPassword(coop, it.proofId(), typed))
                .findFirst();
    }

    String token(CoopId coop, MailProof proof) {
        return keys.token(coop, proof.proofId());
    }

    /** Writes down that a mail goes to an address; whoever asks for it announces it. */
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
    UUID ask(
            CoopId coop,
            Purpose purpose,
            EmailAddress email,
            Optional<UUID> accountId,
            String networkAddress) {
        throttle.admitMail(coop, email, networkAddress);
        var now = clock.instant();
        var proof =
                new MailProof(
                        Ids.next(clock),
                        purpose,
                        email,
                        accountId,
                        now,
                        now.plus(valid(coop, purpose)),
                        0,
                        false);
        store.insert(coop, proof);
        return proof.proofId();
    }

    private void requireUsable(CoopId coop, MailProof proof) {
        if (proof.used()) {
            throw Refused.because(new MailProofRefusal.Used());
        }
        if (!clock.instant().isBefore(proof.expiresAt())) {
            throw Refused.because(new MailProofRefusal.Expired(valid(coop, proof.purpose())));
        }
    }

    private static Refused wrongCode(MailProof proof, int most) {
        var left = most - proof.codeTries();
        return Refused.because(
                left > 0
                        ? new MailProofRefusal.WrongCode(left)
                        : new MailProofRefusal.TooManyCodes(most));
    }

    /** How long a mail is good. */
    public Duration valid(CoopId coop, Purpose purpose) {
        return switch (purpose) {
            case REGISTRATION -> policies.today(coop, MailProofTerms.class).registrationValid();
            case RECOVERY -> policies.today(coop, MailProofTerms.class).recoveryValid();
            case EMAIL_CHANGE -> policies.today(coop, ChangeTerms.class).emailValid();
            case PROOF -> policies.today(coop, ProofTerms.class).codeValid();
            case REPRESENTATION ->
                    policies.today(coop, RepresentativeTerms.class).invitationValid();
            case FIRST_PASSWORD -> policies.today(coop, StaffTerms.class).firstPasswordValid();
        };
    }

    /** Another account has the wished address already: only its mailbox learns that. */
    private boolean isTaken(CoopId coop, MailProof proof) {
        return proof.purpose() == Purpose.EMAIL_CHANGE
                && accounts.idOf(coop, Account.Kind.MEMBER, proof.email()).isPresent();
    }

    private MailProof get(CoopId coop, UUID proofId) {
        return store.find(coop, proofId).orElseThrow(() -> new NotFound("mail proof"));
    }
}
