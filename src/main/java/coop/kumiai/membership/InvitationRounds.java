package coop.kumiai.membership;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.EmailAddress;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.MemberRegister;
import coop.kumiai.members.Members;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * まとめてのご案内 (M-USE-3): invites everybody who has paid in and has no My Page, in the background and
 * part by part, each part with its invitations in one transaction: broken off anywhere, it goes on
 * where it was. Who was invited a short time ago is left out.
 */
@Service
public class InvitationRounds {
    /** In the trail; where a mail went stands with the invitation and nowhere else. */
    private static final String WHY = "マイページのまとめてのご案内";

    static final int AT_ONCE = 200;
    private static final int LOOKED_AT_AT_ONCE = 1000;

    /** So many parts are looked at to say whom a round would reach. */
    private static final int MOST_LOOKS = 3;

    /** So many letters are printed at once. */
    static final int ON_PAPER = 100;

    private final InvitationRoundStore store;
    private final Invitations invitations;
    private final MemberRegister register;
    private final Members members;
    private final Audit audit;
    private final Policies policies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    InvitationRounds(
            InvitationRoundStore store,
            Invitations invitations,
            MemberRegister register,
            Members members,
            Audit audit,
            Policies policies,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.invitations = invitations;
        this.register = register;
        this.members = members;
        this.audit = audit;
        this.policies = policies;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is known of some members without My Page. */
    private record Part(List<UUID> memberIds, Set<UUID> lately, Map<UUID, String> emails) {
        Optional<EmailAddress> email(UUID memberId) {
            return Optional.ofNullable(emails.get(memberId))
                    .filter(it -> !lately.contains(memberId))
                    .flatMap(EmailAddress::read);
        }

        boolean isWithoutAddress(UUID memberId) {
            return !lately.contains(memberId) && email(memberId).isEmpty();
        }

        InvitationOutlook outlook() {
            var byMail = (int) memberIds.stream().filter(it -> email(it).isPresent()).count();
            var without = (int) memberIds.stream().filter(this::isWithoutAddress).count();
            return new InvitationOutlook(
                    memberIds.size(), byMail, without, memberIds.size() - byMail - without);
        }
    }

    /** Whom a round would reach now, of the first ones of the register. */
    public InvitationOutlook outlook(CoopId coop) {
        var all = new InvitationOutlook(register.countWithoutMyPage(coop), 0, 0, 0);
        var part = part(coop, Optional.empty(), LOOKED_AT_AT_ONCE);
        for (var looks = 1; !part.memberIds().isEmpty(); looks++) {
            all = all.plus(part.outlook());
            if (looks == MOST_LOOKS) {
                return all;
            }
            part = after(coop, part);
        }
        return all;
    }

    /**
     * Those whom no mail can reach, to be written to on paper, a page at a time; who looked at the
     * list is written down.
     *
     * @param after where the page before has ended; empty for the first
     * @throws Refused without a reason
     */
    @Transactional
    public PaperPage withoutAddress(CoopId coop, Optional<UUID> after, UUID staff, String reason) {
        var why = audit.reason(coop, reason, new MembershipRefusal.NoReason());
        audit.note(coop, staff, "invitations.listed", staff, why);
        var found = new ArrayList<UUID>();
        var part = part(coop, after, LOOKED_AT_AT_ONCE);
        while (!part.memberIds().isEmpty() && found.size() <= ON_PAPER) {
            found.addAll(part.memberIds().stream().filter(part::isWithoutAddress).toList());
            part = after(coop, part);
        }
        var shown = found.stream().limit(ON_PAPER).toList();
        return new PaperPage(
                members.get(coop, shown),
                found.size() > ON_PAPER ? Optional.of(shown.getLast()) : Optional.empty());
    }

    public Optional<InvitationRound> latest(CoopId coop) {
        return store.latest(coop);
    }

    /**
     * Begins a round; the mails follow in the background.
     *
     * @throws Refused when one is under way, or nobody would get a mail
     */
    @Transactional
    public void begin(CoopId coop, UUID staff) {
        var now = outlook(coop);
        if (!now.mayMail()) {
            throw Refused.because(new MembershipRefusal.NobodyToInvite());
        }
        var toDo = now.all();
        var roundId = Ids.next(clock);
        if (!store.begin(coop, roundId, staff, toDo, clock.instant())) {
            throw Refused.because(new MembershipRefusal.RoundUnderWay());
        }
        audit.note(coop, staff, "invitations.begun", roundId, "%,d人".formatted(toDo));
    }

    /** The next part of the round under way, if there is one. */
    void goOn(CoopId coop) {
        transaction.executeWithoutResult(
                status -> store.lockOpen(coop).ifPresent(round -> invite(coop, round)));
    }

    private void invite(CoopId coop, InvitationRound round) {
        var part = part(coop, round.until(), AT_ONCE);
        var mailed = 0;
        for (var memberId : part.memberIds()) {
            var email = part.email(memberId);
            if (email.isPresent()) {
                invitations.ask(coop, memberId, email.get());
                audit.note(coop, round.begunBy(), "member.invited", memberId, WHY);
                mailed++;
            }
        }
        if (!part.memberIds().isEmpty()) {
            var lookedAt = part.memberIds().size();
            store.note(coop, round.roundId(), part.memberIds().getLast(), lookedAt, mailed);
        }
        if (part.memberIds().size() < AT_ONCE) {
            store.finish(coop, round.roundId(), clock.instant());
        }
    }

    private Part after(CoopId coop, Part part) {
        return part(coop, Optional.of(part.memberIds().getLast()), LOOKED_AT_AT_ONCE);
    }

    private Part part(CoopId coop, Optional<UUID> after, int most) {
        var memberIds = register.withoutMyPage(coop, after, most);
        var since = clock.instant().minus(policies.today(coop, InvitationTerms.class).againAfter());
        return new Part(
                memberIds,
                store.invitedSince(coop, memberIds, since),
                store.emails(coop, memberIds));
    }
}
