package coop.kumiai.newsletters;

import static coop.kumiai.newsletters.db.Tables.RECIPIENT;
import static coop.kumiai.testing.TestClock.START;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import coop.kumiai.accounts.AccountClosed;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.membership.Leaving.Ground;
import coop.kumiai.membership.Leavings;
import coop.kumiai.membership.MailChoices;
import coop.kumiai.newsletters.Newsletter.State;
import coop.kumiai.notifications.PostOffice;
import coop.kumiai.notifications.TestPost;
import coop.kumiai.policies.Policies;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.MailSink;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.TestCards;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@KumiaiTest
class NewslettersTests {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String BODY = "年末のご案内です。\n\n髙島屋前のお店は12/31(木)までです。";
    @Autowired Newsletters newsletters;
    @Autowired NewsletterSending sending;
    @Autowired NewsletterStore issues;
    @Autowired RecipientStore recipients;
    @Autowired NewsletterMails letters;
    @Autowired StopLinks stops;
    @Autowired MailChoices choices;
    @Autowired Members members;
    @Autowired Accounts accounts;
    @Autowired Policies policies;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher announce;
    @Autowired TestMembers some;
    @Autowired TestCards cards;
    @Autowired Leavings leavings;
    @Autowired TestOrders staff;
    @Autowired TestCoops coops;
    @Autowired Mails mails;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    CoopId coop;
    UUID editor;

    @BeforeEach
    void anEditor() {
        coop = coops.fresh();
        editor = staff.staff(coop, StaffRole.Kind.EDITOR, "shibuya");
    }

    @Test
    void anIssueGoesToThoseWhoWantItAndToEachOnce() {
        var one = subscriber();
        var other = subscriber();
        var nobody = some.applied(coop);
        var issue = sendNow();
        sending.sendDue(coop);
        sending.sendDue(coop);
        for (var member : List.of(one, other)) {
            var mail = mails.only(email(member));
            assertThat(mail.subject()).isEqualTo("年末のお知らせ");
            assertThat(mail.text())
                    .contains("髙島屋前のお店", "みなと生活協同組合", "神宮前1-1-1", "03-5550-0100")
                    .contains("/newsletter/stop/");
        }
        assertThat(newsletters.get(coop, issue).state()).isEqualTo(State.SENT);
        progress(issue, new Progress(0, 2, 0, 0));
        assertThat(row(issue, nobody)).isEmpty();
    }

    @Test
    void theHeadersEndItByOnePress() {
        var hanako = subscriber();
        var letter =
                letters.write(coop, newsletters.get(coop, draft()), hanako.memberId(), "a@b.jp");
        assertThat(letter.headers())
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .containsEntry("List-Unsubscribe", "<" + stops.of(coop, hanako.memberId()) + ">");
    }

    @Test
    void theLinkOfAMailEndsTheNewsletterAndOpeningItDoesNot() {
        var hanako = subscriber();
        var token = token(hanako);
        stops.check(coop, token);
        assertThat(choices.wantsNewsletter(coop, hanako.memberId())).isTrue();
        stops.stop(coop, token);
        stops.stop(coop, token);
        assertThat(choices.wantsNewsletter(coop, hanako.memberId())).isFalse();
        var forged = (token.startsWith("A") ? "B" : "A") + token.substring(1);
        assertThatThrownBy(() -> stops.stop(coop, forged)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stops.check(coops.fresh(), token)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stops.check(coop, "いいえ")).isInstanceOf(NotFound.class);
    }

    @Test
    void whoeverEndsItBeforeTheirMailGetsNone() {
        var hanako = subscriber();
        var taro = subscriber();
        var issue = sendNow();
        policy(1, 4);
        sending.sendDue(coop);
        var waiting = row(issue, hanako).orElseThrow().equals("taken") ? taro : hanako;
        choices.choose(coop, waiting.memberId(), false);
        clock.forward(Duration.ofMinutes(2));
        sending.sendDue(coop);
        progress(issue, new Progress(0, 1, 0, 1));
    }

    @Test
    void aClosedAccountWantsNoNewsletter() {
        var hanako = subscriber();
        var account = hanako.accountId().orElseThrow();
        transaction.executeWithoutResult(
                status ->
                        announce.publishEvent(
                                new AccountClosed(coop, account, "山田 花子", email(hanako))));
        assertThat(newsletters.subscribers(coop)).isZero();
    }

    @Test
    void noMoreThanThePolicySaysGoOutInAMinute() {
        policy(2, 4);
        var wanting = List.of(subscriber(), subscriber(), subscriber());
        var issue = sendNow();
        sending.sendDue(coop);
        sending.sendDue(coop);
        progress(issue, new Progress(1, 2, 0, 0));
        clock.forward(Duration.ofSeconds(61));
        sending.sendDue(coop);
        progress(issue, new Progress(0, 3, 0, 0));
        wanting.forEach(it -> mails.only(email(it)));
    }

    @Test
    void itGoesOutAtTheMomentThatWasChosenUnlessTakenBack() {
        var hanako = subscriber();
        var issue = draft();
        var at = START.plus(Duration.ofHours(3));
        refused(
                () -> newsletters.send(coop, issue, Optional.of(START.minusSeconds(1)), editor),
                new NewsletterRefusal.InThePast(START));
        newsletters.send(coop, issue, Optional.of(at), editor);
        sending.sendDue(coop);
        assertThat(newsletters.get(coop, issue).state()).isEqualTo(State.PLANNED);
        newsletters.takeBack(coop, issue, editor);
        newsletters.rewrite(coop, issue, "書き直した", BODY, editor);
        newsletters.send(coop, issue, Optional.of(at), editor);
        clock.standAt(at);
        sending.sendDue(coop);
        assertThat(mails.only(email(hanako)).subject()).isEqualTo("書き直した");
        refused(
                () -> newsletters.send(coop, issue, Optional.empty(), editor),
                new NewsletterRefusal.OtherwiseNow(State.SENT));
    }

    @Test
    void stoppedItSendsNothingUntilItGoesOn() {
        policy(1, 4);
        subscriber();
        subscriber();
        var issue = sendNow();
        sending.sendDue(coop);
        newsletters.stop(coop, issue, editor);
        clock.forward(Duration.ofMinutes(2));
        sending.sendDue(coop);
        assertThat(recipients.takeNext(coop, issue, clock.instant(), Duration.ZERO)).isEmpty();
        progress(issue, new Progress(1, 1, 0, 0));
        newsletters.goOn(coop, issue, editor);
        sending.sendDue(coop);
        progress(issue, new Progress(0, 2, 0, 0));
    }

    @Test
    void aMailThatWasInHandWhenItsSenderDiedIsHandedOverAgainLater() {
        subscriber();
        subscriber();
        var issue = sendNow();
        policy(1, 4);
        sending.sendDue(coop);
        var inHand = recipients.takeNext(coop, issue, clock.instant(), NewsletterSending.SILENCE);
        assertThat(inHand).isPresent();
        clock.forward(Duration.ofMinutes(2));
        sending.sendDue(coop);
        progress(issue, new Progress(1, 1, 0, 0));
        assertThat(newsletters.get(coop, issue).state()).isEqualTo(State.SENDING);
        clock.forward(NewsletterSending.SILENCE);
        sending.sendDue(coop);
        progress(issue, new Progress(0, 2, 0, 0));
        assertThat(newsletters.get(coop, issue).state()).isEqualTo(State.SENT);
    }

    @Test
    void anAddressThatIsRefusedIsNotWrittenToAgainUntilItsOwnerAsksAnew() throws IOException {
        var gone = subscriber();
        var there = subscriber();
        try (var server =
                new MailSink(
                        it -> it.contains(email(gone)) ? "550 no such user" : MailSink.TAKEN)) {
            var post = TestPost.at(server.port(), policies, clock);
            var first = sendNow();
            sending(post).sendDue(coop);
            progress(first, new Progress(0, 1, 1, 0));
            assertThat(newsletters.undelivered(coop, first, 10))
                    .singleElement()
                    .satisfies(it -> assertThat(it.email()).isEqualTo(email(gone)))
                    .satisfies(it -> assertThat(it.answer()).contains("no such user"));
        }
        sendNow();
        sending.sendDue(coop);
        assertThat(mails.only(email(there)).subject()).isEqualTo("年末のお知らせ");
        clock.forward(Duration.ofMinutes(2));
        choices.choose(coop, gone.memberId(), true);
        var third = sendNow();
        sending.sendDue(coop);
        progress(third, new Progress(0, 2, 0, 0));
        mails.only(email(gone));
    }

    @Test
    void aServerThatRefusesUsSaysNothingOfAddresses() throws IOException {
        subscriber();
        subscriber();
        var issue = sendNow();
        try (var server = new MailSink(it -> "554 5.7.1 Relay access denied")) {
            sending(TestPost.at(server.port(), policies, clock)).sendDue(coop);
        }
        progress(issue, new Progress(2, 0, 0, 0));
        clock.forward(Duration.ofHours(1));
        sending.sendDue(coop);
        progress(issue, new Progress(0, 2, 0, 0));
    }

    @Test
    void whoHasLeftGetsNone() {
        var member = cards.joined(coop);
        choices.choose(coop, member.memberId(), true);
        leavings.notice(coop, member.memberId(), Ground.DEATH, editor, "", "窓口");
        clock.forward(Duration.ofDays(1));
        leavings.effect(coop);
        var issue = sendNow();
        sending.sendDue(coop);
        progress(issue, new Progress(0, 0, 0, 1));
    }

    @Test
    void whatCameBackIsNotedByStaff() {
        var gone = subscriber();
        assertThat(newsletters.noteReturned(coop, email(gone) + "\n\n", editor)).isEqualTo(1);
        var issue = sendNow();
        sending.sendDue(coop);
        progress(issue, new Progress(0, 0, 1, 0));
        assertThatThrownBy(() -> newsletters.noteReturned(coop, "a@b.jp\nいいえ", editor))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aServerThatIsBusyIsAskedAgainAndInTheEndNoMore() throws IOException {
        policy(600, 2);
        subscriber();
        var issue = sendNow();
        try (var server = new MailSink(it -> "451 later")) {
            var post = TestPost.at(server.port(), policies, clock);
            sending(post).sendDue(coop);
            sending(post).sendDue(coop);
            progress(issue, new Progress(1, 0, 0, 0));
            clock.forward(Duration.ofSeconds(2));
            sending(post).sendDue(coop);
            progress(issue, new Progress(0, 0, 1, 0));
        }
    }

    @Test
    void aServerThatIsNotThereCostsNobodyTheirMail() throws IOException {
        policy(600, 1);
        var hanako = subscriber();
        var issue = sendNow();
        var server = new MailSink();
        server.close();
        var post = TestPost.at(server.port(), policies, clock);
        sending(post).sendDue(coop);
        sending(post).sendDue(coop);
        progress(issue, new Progress(1, 0, 0, 0));
        sending.sendDue(coop);
        mails.only(email(hanako));
    }

    @Test
    void thousandsAreListedPartByPartAndOnce() {
        var pattern = some.applied(coop);
        sql.execute(
                """
                with copies as (
                    insert into members.member
                    select (jsonb_populate_record(m, jsonb_build_object('member_id', gen_random_uuid(),
                        'account_id', null))).*
                    from members.member m, generate_series(1, 2500) where m.coop_id = ? and m.member_id = ?
                    returning coop_id, member_id
                )
                insert into membership.mail_choice select coop_id, member_id, true, now() from copies
                """,
                coop.code(),
                pattern.memberId());
        var issue = sendNow();
        for (var run = 0; run < 20; run++) {
            sending.sendDue(coop);
        }
        progress(issue, new Progress(0, 0, 0, 2500));
        assertThat(newsletters.get(coop, issue).state()).isEqualTo(State.SENT);
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        refused(
                () -> newsletters.write(coop, " ", "\n", editor),
                new NewsletterRefusal.Empty("subject", "件名"),
                new NewsletterRefusal.Empty("body", "本文"));
        refused(
                () -> newsletters.write(coop, "𠮷".repeat(61), BODY, editor),
                new NewsletterRefusal.TooLong("subject", "件名", 60, 61));
    }

    @Test
    void aTrialGoesToWhoWritesAndItsLinkEndsNothing() {
        subscriber();
        var address = newsletters.tryOut(coop, draft(), editor).orElseThrow();
        var mail = mails.only(address);
        assertThat(mail.subject()).isEqualTo("【試し】年末のお知らせ");
        var link = mail.text().replaceAll("(?s).*/newsletter/stop/(\\S+).*", "$1");
        stops.stop(coop, link);
        assertThat(newsletters.subscribers(coop)).isEqualTo(1);
    }

    /** The job of the running application may be at the same issue. */
    private void progress(UUID issue, Progress expected) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(newsletters.progress(coop, issue)).isEqualTo(expected));
    }

    private NewsletterSending sending(PostOffice post) {
        return new NewsletterSending(
                issues,
                recipients,
                letters,
                post,
                choices,
                members,
                accounts,
                policies,
                transaction,
                clock);
    }

    private void policy(int mostPerMinute, int tries) {
        coops.decide(
                coop,
                new SendingTerms(mostPerMinute, tries, Duration.ofSeconds(1), 60, 10_000),
                "",
                LocalDate.of(2026, 1, 1));
    }

    private Member subscriber() {
        var member = some.applied(coop);
        choices.choose(coop, member.memberId(), true);
        return member;
    }

    private UUID draft() {
        return newsletters.write(coop, "年末のお知らせ", BODY, editor);
    }

    private UUID sendNow() {
        var issue = draft();
        newsletters.send(coop, issue, Optional.empty(), editor);
        return issue;
    }

    private String email(Member member) {
        return some.account(coop, member).email();
    }

    private String token(Member member) {
        return stops.of(coop, member.memberId()).replaceFirst(".*/", "");
    }

    private Optional<String> row(UUID issue, Member member) {
        return sql.selectFrom(RECIPIENT)
                .where(
                        RECIPIENT.COOP_ID.eq(coop.code()),
                        RECIPIENT.ISSUE_ID.eq(issue),
                        RECIPIENT.MEMBER_ID.eq(member.memberId()))
                .fetchOptional(RECIPIENT.STATE);
    }

    private static void refused(Runnable doing, NewsletterRefusal... why) {
        assertThatThrownBy(doing::run)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusals()).isEqualTo(List.of(why)));
    }
}
