package coop.kumiai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.orders.Order;
import coop.kumiai.stores.SlotId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestOrders;

import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** A mail server that takes nothing for long. */
@KumiaiTest
@ExtendWith(OutputCaptureExtension.class)
class AnnouncementsTests {
    private static final SlotId SLOT = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);
    private static final int NOBODY_LISTENS = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired Announcements announcements;
    @Autowired KumiaiSettings settings;
    @Autowired TestOrders shopping;
    @Autowired Accounts accounts;
    @Autowired JavaMailSenderImpl server;
    @Autowired Mails mails;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    int port;
    Order order;
    String email;

    @BeforeEach
    void anOrderThatCannotBeMailed() {
        port = server.getPort();
        server.setPort(NOBODY_LISTENS);
        var coop = shopping.coop();
        order = shopping.ofRice(coop, SLOT);
        email = accounts.get(coop, order.current().madeBy()).email();
        awaitAttempt();
    }

    @AfterEach
    void theServerIsBack() {
        server.setPort(port);
    }

    @Test
    @Rule("N-ORD-5")
    void aNightWithoutAMailServerLosesNoMail() {
        var morning = TestClock.START.plus(Duration.ofHours(12));
        while (clock.instant().isBefore(morning)) {
            clock.standAt(clock.instant().plus(Duration.ofMinutes(10)));
            announcements.giveUp();
            announcements.repeat();
            awaitAttempt();
        }
        server.setPort(port);
        clock.standAt(clock.instant().plus(settings.announcements().longestWait()));
        announcements.repeat();
        assertThat(mails.only(email).text()).contains(order.number());
        await().atMost(PATIENCE).until(() -> rows("event_publication") == 0);
    }

    @Test
    void nothingIsTriedAgainBeforeItsTime() {
        clock.standAt(TestClock.START.plus(settings.announcements().firstWait()).minusMillis(1));
        server.setPort(port);
        announcements.repeat();
        assertThat(status()).isEqualTo("FAILED");
        clock.standAt(clock.instant().plusMillis(1));
        announcements.repeat();
        mails.only(email);
    }

    @Test
    void whatIsGivenUpIsSaidAloudAndCanBeAnnouncedAgain(CapturedOutput output) throws IOException {
        clock.standAt(TestClock.START.plus(settings.announcements().giveUpAfter()));
        announcements.giveUp();
        assertThat(rows("given_up")).isZero();
        clock.standAt(clock.instant().plusSeconds(1));
        announcements.giveUp();
        assertThat(rows("event_publication")).isZero();
        assertThat(rows("given_up")).isOne();
        assertThat(output.getOut())
                .containsPattern("ERROR.*Gave up after.*OrderLetters.*" + order.id());

        server.setPort(port);
        sql.execute(asTheOperatorsAreTold());
        clock.standAt(clock.instant().plus(settings.announcements().longestWait()));
        announcements.repeat();
        assertThat(mails.only(email).text()).contains(order.number());
    }

    /** The statement of docs/operators.md, for what was given up at any time. */
    private static String asTheOperatorsAreTold() throws IOException {
        var page = Files.readString(Path.of("docs", "operators.md"));
        var statement = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(statement.find()).isTrue();
        return statement
                .group(1)
                .replaceFirst("where given_up_at .*? returning", "returning")
                .replace("now()", "'2026-11-20T00:00:00Z'");
    }

    private void awaitAttempt() {
        await().atMost(PATIENCE).until(() -> "FAILED".equals(status()));
    }

    private String status() {
        return String.valueOf(
                sql.fetchValue(
                        "select max(status) from events.event_publication"
                                + " where serialized_event like ?",
                        "%" + order.id() + "%"));
    }

    private int rows(String table) {
        return sql.fetchSingle(
                        "select count(*) from events." + table + " where serialized_event like ?",
                        "%" + order.id() + "%")
                .get(0, int.class);
    }
}
