package coop.kumiai.membership;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.EmailAddress;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.BirthDate;
import coop.kumiai.members.Member;
import coop.kumiai.members.MemberJoined;
import coop.kumiai.members.MemberRegister;
import coop.kumiai.members.Members;
import coop.kumiai.policies.Policies;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * マイページの登録 (M-USE-3): who has paid in is invited by mail, and only the invitation opens the
 * registration. Its link works once; the birth date proves that the mail reached its member.
 */
@Service
public class Invitations {
    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final InvitationStore store;
    private final PaperInvitationStore papers;
    private final ApplicationStore applications;
    private final Members members;
    private final MemberRegister register;
    private final Accounts accounts;
    private final Audit audit;
    private final Policies policies;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Invitations(
            InvitationStore store,
            PaperInvitationStore papers,
            ApplicationStore applications,
            Members members,
            MemberRegister register,
            Accounts accounts,
            Audit audit,
            Policies policies,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.papers = papers;
        this.applications = applications;
        this.members = members;
        this.register = register;
        this.accounts = accounts;
        this.audit = audit;
        this.policies = policies;
        this.announce = announce;
        this.clock = clock;
    }

    /** Who has just paid in is invited, in the same transaction: neither without the other. */
    @EventListener
    @Transactional
    void on(MemberJoined joined) {
        var coop = joined.coop();
        if (terms(coop).byInvitation() && isToBeInvited(members.get(coop, joined.memberId()))) {
            applications
                    .ofMember(coop, joined.memberId())
                    .ifPresent(it -> ask(coop, joined.memberId(), it.form().email()));
        }
    }

    /**
     * Invites a member whom staff name, such as one of an older register, or again when the mail
     * was lost.
     *
     * @param reason for the trail; where the mail went stands with the invitation and nowhere else
     * @throws Refused without a reason, when it is no address, or the member has not paid or has My
     *     Page
     */
    @Transactional
    public void invite(CoopId coop, UUID memberId, String typedEmail, UUID staff, String reason) {
        var why = audit.reason(coop, reason, new MembershipRefusal.NoReason());
        var email =
                EmailAddress.read(typedEmail)
                        .orElseThrow(() -> Refused.because(new MembershipRefusal.NoEmail()));
        if (!isToBeInvited(members.get(coop, memberId))) {
            throw Refused.because(new MembershipRefusal.NotToBeInvited());
        }
        ask(coop, memberId, email);
        audit.note(coop, staff, "member.invited", memberId, why);
    }

    /** What the desk sees: all invitations of a member, the newest first. */
    public List<Invitation> of(CoopId coop, UUID memberId) {
        return store.of(coop, memberId);
    }

    /** Writes the letter, with a link that no letter before it had: an older one is void. */
    @Transactional
    public InvitationLetter write(CoopId coop, UUID invitationId) {
        var invitation =
                store.find(coop, invitationId).orElseThrow(() -> new NotFound("invitation"));
        var token = token();
        var valid = terms(coop).invitationValid();
        store.write(coop, invitationId, hash(token), clock.instant().plus(valid));
        var member = members.get(coop, invitation.memberId());
        return new InvitationLetter(
                invitation.email(),
                member.name().full(),
                member.memberCode().map(Object::toString).orElse(""),
                token,
                valid);
    }

    /**
     * Opens the link; changes nothing, so that a mail scanner may.
     *
     * @throws Refused when it opens nothing any more
     */
    @Transactional
    public Invitation open(CoopId coop, String token) {
        return good(coop, token);
    }

    /**
     * Registers My Page: opens the account of the invited member.
     *
     * <p>A refusal rolls nothing back: nothing was changed before it, and a wrong birth date stays
     * counted.
     *
     * @throws Refused when the link is void, the birth date is not the member's, the password is
     *     not taken, or the address has an account
     */
    @Transactional(noRollbackFor = Refused.class)
    public Account register(
            CoopId coop, String token, String birthDate, String password, String again) {
        var invitation = good(coop, token);
        var member = members.get(coop, invitation.memberId());
        if (!isBirthDate(member, birthDate)) {
            store.countWrongTry(coop, invitation.invitationId());
            throw Refused.because(new MembershipRefusal.NotThisPerson());
        }
        if (!isToBeInvited(member)) {
            throw Refused.because(new MembershipRefusal.InvitationGone());
        }
        var name = member.name();
        Refused.unless(
                accounts.checkPassword(
                        coop,
                        password,
                        again,
                        List.of(invitation.email(), name.family(), name.given())));
        var account = accounts.createMember(coop, invitation.email(), password, name.full());
        requireLinked(register.link(coop, member.memberId(), account.accountId()));
        store.use(coop, invitation.invitationId(), clock.instant());
        papers.delete(coop, member.memberId());
        audit.note(coop, account.accountId(), "my-page.registered", member.memberId(), "");
        return account;
    }

    /** From which day the member may read My Page; empty when nothing holds them back (M-USE-2). */
    public Optional<LocalDate> readableFrom(CoopId coop, UUID memberId) {
        var terms = terms(coop);
        if (!terms.fromNextMonth()) {
            return Optional.empty();
        }
        return store.of(coop, memberId).stream()
                .flatMap(it -> it.usedAt().stream())
                .findFirst()
                .map(used -> terms.readableFrom(LocalDate.ofInstant(used, clock.getZone())));
    }

    /** The letter follows once the transaction is done. */
    void ask(CoopId coop, UUID memberId, EmailAddress email) {
        var invitationId = Ids.next(clock);
        store.insert(coop, invitationId, memberId, email.address(), clock.instant());
        announce.publishEvent(new InvitationAsked(coop, invitationId));
    }

    private Invitation good(CoopId coop, String token) {
        return store.lockByToken(coop, hash(token))
                .filter(it -> it.isGood(clock.instant(), terms(coop)))
                .orElseThrow(() -> Refused.because(new MembershipRefusal.InvitationGone()));
    }

    private boolean isBirthDate(Member member, String typed) {
        return BirthDate.read(typed, LocalDate.now(clock))
                .filter(member.birthDate()::equals)
                .isPresent();
    }

    /** Who has paid in and has no My Page. */
    static boolean isToBeInvited(Member member) {
        return member.hasJoined() && member.accountId().isEmpty();
    }

    private static void requireLinked(boolean linked) {
        if (!linked) {
            throw new IllegalStateException("the member got another account meanwhile");
        }
    }

    private MyPageTerms terms(CoopId coop) {
        return policies.today(coop, MyPageTerms.class);
    }

    private static String token() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
