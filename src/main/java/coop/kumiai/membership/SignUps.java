package coop.kumiai.membership;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.EmailAddress;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.accounts.SignInRefusal;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.policies.Policies;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * マイページのご登録 by the address that the co-op knows (U-SIGN-1): it gets another invitation. What the
 * screen says when it does not is a policy (U-SIGN-2).
 */
@Service
public class SignUps {
    private final InvitationStore store;
    private final Invitations invitations;
    private final Members members;
    private final Accounts accounts;
    private final MailProofs mails;
    private final Policies policies;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    SignUps(
            InvitationStore store,
            Invitations invitations,
            Members members,
            Accounts accounts,
            MailProofs mails,
            Policies policies,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.invitations = invitations;
        this.members = members;
        this.accounts = accounts;
        this.mails = mails;
        this.policies = policies;
        this.announce = announce;
        this.clock = clock;
    }

    /** Whether members of the co-op register My Page this way. */
    public boolean isOffered(CoopId coop) {
        return policies.today(coop, MyPageTerms.class).byInvitation();
    }

    /**
     * Asks for the mail by which one registers.
     *
     * @throws Refused when it is no address or too many mails were asked for; and for everything
     *     else where the co-op has its numbers on the screen
     */
    @Transactional(noRollbackFor = Refused.class)
    public void ask(CoopId coop, String typedEmail, String networkAddress) {
        var email = EmailAddress.require(typedEmail);
        var onScreen = policies.today(coop, SignUpTerms.class).codesOnScreen();
        admit(coop, email, networkAddress, onScreen);
        var known = store.membersOf(coop, email).stream().map(it -> members.get(coop, it)).toList();
        var open = known.stream().filter(Invitations::isToBeInvited).toList();
        var refusal = refusal(coop, email, known, open);
        if (refusal.isEmpty()) {
            invitations.ask(coop, open.getFirst().memberId(), email);
        } else if (onScreen) {
            throw Refused.because(refusal.get());
        } else {
            var sentence = refusal.get().sentence();
            announce.publishEvent(new SignUpTold(coop, Ids.next(clock), email.address(), sentence));
        }
    }

    private Optional<SignUpRefusal> refusal(
            CoopId coop, EmailAddress email, List<Member> known, List<Member> open) {
        if (open.size() > 1) {
            return Optional.of(new SignUpRefusal.SeveralMatch());
        }
        var account = accounts.findByEmail(coop, Account.Kind.MEMBER, email.address());
        if (account.isPresent()) {
            return Optional.of(
                    open.isEmpty()
                            ? new SignUpRefusal.AlreadyRegistered()
                            : new SignUpRefusal.SeveralMatch());
        }
        if (open.isEmpty()) {
            return Optional.of(
                    known.stream().anyMatch(it -> it.hasJoined() && !it.hasLeft())
                            ? new SignUpRefusal.AlreadyRegistered()
                            : new SignUpRefusal.NoSuchRegistration());
        }
        return guessed(coop, open.getFirst());
    }

    /** Another mail is no way round the limit of birth dates that one may try. */
    private Optional<SignUpRefusal> guessed(CoopId coop, Member member) {
        var terms = policies.today(coop, MyPageTerms.class);
        var since = clock.instant().minus(terms.invitationValid());
        return store.wrongTries(coop, member.memberId(), since) < terms.wrongTries()
                ? Optional.empty()
                : Optional.of(new SignUpRefusal.Busy(terms.invitationValid()));
    }

    private void admit(CoopId coop, EmailAddress email, String networkAddress, boolean onScreen) {
        try {
            mails.admit(coop, email, networkAddress);
        } catch (Refused busy) {
            throw onScreen && busy.refusals().getFirst() instanceof SignInRefusal.Wait(var left)
                    ? Refused.because(new SignUpRefusal.Busy(left))
                    : busy;
        }
    }
}
