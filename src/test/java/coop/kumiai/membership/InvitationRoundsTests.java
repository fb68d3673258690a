package coop.kumiai.membership;

import static coop.kumiai.membership.db.Tables.INVITATION;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCards;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@KumiaiTest
class InvitationRoundsTests {
    private static final UUID STAFF = new UUID(7, 7);
    @Autowired InvitationRounds rounds;
    @Autowired Invitations invitations;
    @Autowired Members members;
    @Autowired TestMembers people;
    @Autowired TestCards some;
    @Autowired TestCoops coops;
    @Autowired Mails mails;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    CoopId coop;

    @BeforeEach
    void aCoop() {
        coop = coops.fresh();
    }

    @Test
    @Rule("M-USE-3")
    void whoHasPaidInAndHasNoMyPageIsInvitedOnceInThePolicysTime() {
        var address = TestMembers.email();
        var invited = withoutMyPage();
        invitations.invite(coop, invited.memberId(), address, STAFF, "窓口");
        withoutMyPage();
        some.joined(coop);
        people.applied(coop);
        assertThat(rounds.outlook(coop)).isEqualTo(new InvitationOutlook(2, 0, 1, 1));
        refused(new MembershipRefusal.NobodyToInvite());
        mails.only(address);

        clock.forward(Duration.ofDays(31));
        assertThat(rounds.outlook(coop)).isEqualTo(new InvitationOutlook(2, 1, 1, 0));
        rounds.begin(coop, STAFF);
        rounds.goOn(coop);
        rounds.goOn(coop);
        assertThat(mails.to(address, 2))
                .allSatisfy(it -> assertThat(it.subject()).isEqualTo("マイページの登録のご案内"));
        assertThat(rounds.latest(coop).orElseThrow().isDone()).isTrue();
        assertThat(rounds.latest(coop).orElseThrow().mailed()).isEqualTo(1);
        assertThat(rounds.outlook(coop)).isEqualTo(new InvitationOutlook(2, 0, 1, 1));
        refused(new MembershipRefusal.NobodyToInvite());
    }

    @Test
    @Rule("M-USE-3")
    void aRoundOfManyGoesOnPartByPart() {
        var pattern = withoutMyPage();
        sql.execute(
                """
                with copies as (
                    insert into members.member
                    select (jsonb_populate_record(m, jsonb_build_object('member_id', gen_random_uuid(),
                        'member_code', (2000000000 + n)::text))).*
                    from members.member m, generate_series(1, 450) n where m.coop_id = ? and m.member_id = ?
                    returning coop_id, member_id
                )
                insert into membership.invitation (coop_id, invitation_id, member_id, email, asked_at)
                select coop_id, gen_random_uuid(), member_id, member_id || '@example.com', '2026-01-05' from copies
                """,
                coop.code(),
                pattern.memberId());
        assertThat(rounds.outlook(coop)).isEqualTo(new InvitationOutlook(451, 450, 1, 0));
        rounds.begin(coop, STAFF);
        assertThatThrownBy(() -> rounds.begin(coop, STAFF)).isInstanceOf(Refused.class);
        for (var run = 0; run < 4; run++) {
            rounds.goOn(coop);
        }
        assertThat(rounds.latest(coop).orElseThrow().isDone()).isTrue();
        assertThat(rounds.latest(coop).orElseThrow().mailed()).isEqualTo(450);
        assertThat(rounds.latest(coop).orElseThrow().lookedAt()).isEqualTo(451);
        assertThat(sql.fetchCount(INVITATION, INVITATION.COOP_ID.eq(coop.code()))).isEqualTo(900);
    }

    @Test
    void theListForPaperSaysWhy() {
        var nobody = withoutMyPage();
        assertThatThrownBy(() -> withoutAddress(Optional.empty(), " "))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("membership/no-reason");
        var listed = withoutAddress(Optional.empty(), "お手紙の宛名");
        assertThat(listed.members())
                .extracting(Member::memberId)
                .containsExactly(nobody.memberId());
        assertThat(listed.next()).isEmpty();
    }

    @Test
    void theListForPaperIsReadAPageAtATimeAndALargeRegisterIsNotCountedThrough() {
        copies(withoutMyPage(), 3150);
        var outlook = rounds.outlook(coop);
        assertThat(outlook).isEqualTo(new InvitationOutlook(3151, 0, 3000, 0));
        assertThat(outlook.mayMail()).as("behind those who were looked at").isTrue();
        var seen = new HashSet<UUID>();
        var after = Optional.<UUID>empty();
        do {
            var page = withoutAddress(after, "お手紙の宛名");
            assertThat(page.members()).hasSizeLessThanOrEqualTo(InvitationRounds.ON_PAPER);
            page.members().forEach(it -> assertThat(seen.add(it.memberId())).isTrue());
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).hasSize(3151);
    }

    private PaperPage withoutAddress(Optional<UUID> after, String reason) {
        return rounds.withoutAddress(coop, after, STAFF, reason);
    }

    private void copies(Member pattern, int many) {
        sql.execute(
                """
                insert into members.member
                select (jsonb_populate_record(m, jsonb_build_object('member_id', gen_random_uuid(),
                    'member_code', (2000000000 + n)::text))).*
                from members.member m, generate_series(1, ?) n where m.coop_id = ? and m.member_id = ?
                """,
                many,
                coop.code(),
                pattern.memberId());
    }

    /** One of an older register: a member with no account. */
    private Member withoutMyPage() {
        var member = some.joined(coop);
        sql.execute(
                "update members.member set account_id = null where coop_id = ? and member_id = ?",
                coop.code(),
                member.memberId());
        return members.get(coop, member.memberId());
    }

    private void refused(MembershipRefusal why) {
        assertThatThrownBy(() -> rounds.begin(coop, STAFF))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusals()).isEqualTo(List.of(why)));
    }
}
