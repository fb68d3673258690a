package coop.kumiai.membership;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.EmailAddress;
import coop.kumiai.accounts.PaperCodes;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.MemberCode;
import coop.kumiai.members.Members;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * お手紙でのご案内 (M-USE-3): a member without a mail address gets a letter with a code. Whoever types it
 * names an address; the usual invitation goes there and proves it. The registration takes the
 * code's single use.
 */
@Service
public class PaperInvitations {
    private static final String BY_LETTER = "マイページのご案内（お手紙）";
    private final PaperInvitationStore store;
    private final Invitations invitations;
    private final Members members;
    private final PaperCodes codes;
    private final Audit audit;
    private final Policies policies;
    private final Clock clock;

    PaperInvitations(
            PaperInvitationStore store,
            Invitations invitations,
            Members members,
            PaperCodes codes,
            Audit audit,
            Policies policies,
            Clock clock) {
        this.store = store;
        this.invitations = invitations;
        this.members = members;
        this.codes = codes;
        this.audit = audit;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * The letters to these members. A code that is still good is printed again as it was: a letter
     * on its way stays right.
     */
    @Transactional
    public List<PaperLetter> issue(CoopId coop, List<Member> whom, UUID staff) {
        var terms = terms(coop);
        var now = clock.instant();
        var toInvite = whom.stream().filter(Invitations::isToBeInvited).toList();
        for (var member : toInvite) {
            var fresh =
                    new PaperInvitation(
                            member.memberId(), Ids.next(clock), now.plus(terms.valid()));
            store.issue(coop, fresh, staff, now, terms.tries());
            audit.note(coop, staff, "member.invited", member.memberId(), BY_LETTER);
        }
        var papers = store.of(coop, toInvite.stream().map(Member::memberId).toList());
        return toInvite.stream()
                .map(it -> letter(coop, it, Objects.requireNonNull(papers.get(it.memberId()))))
                .toList();
    }

    /**
     * Takes a code from a letter: the usual invitation goes to the address. Every code that is
     * typed counts, also the right one, and nothing here tells which part of it was wrong.
     *
     * @throws Refused when it is no address, or member code and code do not belong together
     */
    @Transactional(noRollbackFor = Refused.class)
    public void redeem(CoopId coop, String memberCode, String code, String typedEmail) {
        var email =
                EmailAddress.read(typedEmail)
                        .orElseThrow(() -> Refused.because(new MembershipRefusal.NoEmail()));
        var now = clock.instant();
        var tries = terms(coop).tries();
        var member =
                MemberCode.parse(memberCode)
                        .flatMap(it -> members.byCode(coop, it))
                        .filter(Invitations::isToBeInvited)
                        .filter(
                                it ->
                                        store.tryOnce(coop, it.memberId(), now, tries)
                                                .filter(paper -> codes.isOf(coop, paper, code))
                                                .isPresent())
                        .orElseThrow(
                                () -> Refused.because(new MembershipRefusal.PaperDoesNotFit()));
        invitations.ask(coop, member.memberId(), email);
    }

    private PaperLetter letter(CoopId coop, Member member, PaperInvitation paper) {
        var until = LocalDate.ofInstant(paper.expiresAt(), clock.getZone()).minusDays(1);
        return new PaperLetter(member, codes.of(coop, paper.paperId()), until);
    }

    private PaperInvitationTerms terms(CoopId coop) {
        return policies.today(coop, PaperInvitationTerms.class);
    }
}
