package coop.kumiai.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.policies.Policies;
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

import java.util.List;
import java.util.UUID;

@KumiaiTest
class PaperInvitationsTests {
    private static final UUID STAFF = new UUID(7, 7);
    @Autowired PaperInvitations papers;
    @Autowired Invitations invitations;
    @Autowired Members members;
    @Autowired TestCards some;
    @Autowired TestCoops coops;
    @Autowired Mails mails;
    @Autowired Policies policies;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    CoopId coop;
    Member hanako;
    String email;

    @BeforeEach
    void aMemberWithoutMyPage() {
        coop = coops.fresh();
        hanako = withoutMyPage();
        email = TestMembers.email();
    }

    @Test
    @Rule("M-USE-3")
    void theCodeOfALetterLeadsToTheMailThatRegisters() {
        var letter = letter(hanako);
        assertThat(letter.code()).matches("[0-9]{4}-[0-9]{4}-[0-9]{4}");
        redeem(letter.code().replace("-", " "));
        var link = mails.only(email).links().getFirst();
        var token = link.substring(link.lastIndexOf('/') + 1);
        var born = hanako.birthDate().toString();
        invitations.register(coop, token, born, TestMembers.PASSWORD, TestMembers.PASSWORD);
        assertThat(members.get(coop, hanako.memberId()).accountId()).isPresent();
        refused(letter.code());
        assertThat(papers.issue(coop, List.of(members.get(coop, hanako.memberId())), STAFF))
                .as("who has My Page needs no letter")
                .isEmpty();
        assertThat(
                        sql.fetchValue(
                                "select count(*) from membership.paper_invitation where coop_id ="
                                        + " ?",
                                coop.code()))
                .isEqualTo(0L);
    }

    @Test
    void itIsTypedSoManyTimesAndThenVoid() {
        var code = letter(hanako).code();
        for (var tries = 0; tries < terms().tries(); tries++) {
            refused("0000-0000-0000");
        }
        refused(code);
        var anew = letter(hanako).code();
        assertThat(anew).isNotEqualTo(code);
        refused(code);
        redeem(anew);
        mails.only(email);
    }

    @Test
    void printedAgainALetterStaysRightUntilItsTimeIsOver() {
        var code = letter(hanako).code();
        assertThat(letter(hanako).code()).isEqualTo(code);
        clock.forward(terms().valid());
        refused(code);
        assertThat(letter(hanako).code()).isNotEqualTo(code);
    }

    @Test
    void theCodeOfOneIsNoneOfAnother() {
        var other = withoutMyPage();
        letter(other);
        var code = letter(hanako).code();
        assertThatThrownBy(() -> papers.redeem(coop, code(other), code, email))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> papers.redeem(coop, "9999999999", code, email))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> papers.redeem(coop, code(hanako), code, "no address"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        it ->
                                assertThat(it.refusals())
                                        .isEqualTo(List.of(new MembershipRefusal.NoEmail())));
        redeem(code);
    }

    private PaperLetter letter(Member member) {
        return papers.issue(coop, List.of(member), STAFF).getFirst();
    }

    private void redeem(String code) {
        papers.redeem(coop, code(hanako), code, email);
    }

    private void refused(String code) {
        assertThatThrownBy(() -> redeem(code))
                .isInstanceOfSatisfying(
                        Refused.class,
                        it ->
                                assertThat(it.refusals())
                                        .isEqualTo(
                                                List.of(new MembershipRefusal.PaperDoesNotFit())));
    }

    private PaperInvitationTerms terms() {
        return policies.today(coop, PaperInvitationTerms.class);
    }

    private static String code(Member member) {
        return member.memberCode().orElseThrow().toString();
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
}
