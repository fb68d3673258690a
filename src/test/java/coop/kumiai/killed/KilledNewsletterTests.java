package coop.kumiai.killed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.testing.MailSink;
import coop.kumiai.testing.TestDatabase;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * {@code kill -9} in the middle of a newsletter, again and again: the sending goes on behind what
 * was handed over. Only the one mail whose answer nobody heard any more may come twice, under the
 * name by which a mailbox knows the copy.
 */
@Tag("application")
@Tag("slow")
class KilledNewsletterTests {
    private static final int KILLS = 3;
    private static final int SUBSCRIBERS = 400;
    private static final int MAILS_BEFORE_A_KILL = 80;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * So late begins the clock of the next process, that whoever held a mail, and whoever ran the
     * job, counts as dead. It goes by the machine's, as whatever revives a job does.
     */
    private static final Duration APART = Duration.ofMinutes(15);

    @TempDir Path folder;
    private Optional<ShopProcess> shop = Optional.empty();
    private String database = "";
    private DSLContext sql;
    private MailSink mails;

    @BeforeEach
    void openDatabaseAndMailServer() throws IOException {
        database = TestDatabase.fresh();
        sql = DSL.using(database, "postgres", "");
        mails = new MailSink();
    }

    @AfterEach
    void endAll() throws Exception {
        kill();
        mails.close();
    }

    @Test
    void everySubscriberGetsTheIssueWhateverTheMoment() throws Exception {
        start(0);
        Subscribers.register(sql, SUBSCRIBERS);
        Subscribers.planAnIssue(sql);
        for (int kill = 1; kill <= KILLS; kill++) {
            var enough =
                    mails.taken() + ThreadLocalRandom.current().nextInt(1, MAILS_BEFORE_A_KILL);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> mails.taken() >= enough);
            kill();
            assertThat(mails.taken()).as("the kill came in the middle").isLessThan(SUBSCRIBERS);
            start(kill);
        }
        await().atMost(PATIENCE).until(() -> state().equals("sent"));
        everybodyHasIt();
        assertThat(
                        sql.fetchCount(
                                DSL.table("newsletters.recipient"),
                                DSL.condition("state = 'taken'")))
                .isEqualTo(SUBSCRIBERS);
    }

    private void everybodyHasIt() {
        var byAddress = mails.mails().stream().collect(Collectors.groupingBy(MailSink.Taken::to));
        assertThat(byAddress.keySet()).isEqualTo(new HashSet<>(Subscribers.addresses(SUBSCRIBERS)));
        assertThat(mails.taken() - SUBSCRIBERS)
                .as("at most one copy for each kill")
                .isBetween(0, KILLS);
        assertThat(byAddress.values())
                .as("a copy bears the name of the first")
                .allSatisfy(
                        its ->
                                assertThat(its)
                                        .extracting(MailSink.Taken::id)
                                        .containsOnly(its.getFirst().id()));
    }

    private String state() {
        return sql.fetchSingle("select state from newsletters.issue").get(0, String.class);
    }

    private void start(int kills) throws IOException {
        var now = LocalDateTime.now(BusinessClock.JAPAN).plus(APART.multipliedBy(kills));
        shop = Optional.of(ShopProcess.start(folder, database, mails, now.toString()));
    }

    private void kill() throws InterruptedException {
        if (shop.isPresent()) {
            shop.get().kill();
            shop = Optional.empty();
        }
    }
}
