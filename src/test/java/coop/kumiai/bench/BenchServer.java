package coop.kumiai.bench;

import coop.kumiai.Kumiai;
import coop.kumiai.demo.CatalogSeeds;
import coop.kumiai.demo.CoopSeeds;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.FileImport;
import coop.kumiai.policies.Coop;
import coop.kumiai.testing.MailSink;

import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

/**
 * The whole application on an embedded database of its own, as it runs for real: no demo, mails by
 * SMTP. Its business clock begins at 8 in the morning, when all slots of the day are open.
 */
final class BenchServer implements AutoCloseable {
    static final CoopId COOP = new CoopId("bench");
    private static final Duration LETTERS = Duration.ofMinutes(3);
    private static final String NOW = "2026-11-20T08:00";

    private final ConfigurableApplicationContext context;
    private final MailSink mails;
    private final CardCompany cards;
    private final Path folder;

    private BenchServer(
            ConfigurableApplicationContext context,
            MailSink mails,
            CardCompany cards,
            Path folder) {
        this.context = context;
        this.mails = mails;
        this.cards = cards;
        this.folder = folder;
    }

    static BenchServer start() throws IOException {
        var folder = Files.createTempDirectory("kumiai-bench");
        var mails = new MailSink();
        var cards = new CardCompany();
        var context =
                new SpringApplicationBuilder(Kumiai.class)
                        .web(WebApplicationType.SERVLET)
                        .run(
                                "--server.port=0",
                                "--kumiai.data=" + folder,
                                "--kumiai.db.url=",
                                "--kumiai.now=" + NOW,
                                "--spring.mail.host=127.0.0.1",
                                "--spring.mail.port=" + mails.port(),
                                "--kumiai.processor.url=" + cards.url());
        context.getBean(CoopSeeds.class)
                .sow(new Coop(COOP, "測定生協ネットスーパー", "測定生協", "#00607a"), "minato");
        Cpu.watch(folder.resolve("postgres"));
        return new BenchServer(context, mails, cards, folder).durable();
    }

    /** What is answered must be on the disk: nothing else is measured. */
    private BenchServer durable() {
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            if (!"on".equals(sql().fetchValue("show " + setting))) {
                throw new IllegalStateException("the database runs without " + setting);
            }
        }
        return this;
    }

    /** Fills the shelves with the demo's goods. */
    void stock() {
        bean(CatalogSeeds.class).stock(COOP, "minato");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Collection<FileImport> imports() {
        return context.getBeansOfType(FileImport.class).values();
    }

    DSLContext sql() {
        return bean(DSLContext.class);
    }

    DataSource database() {
        return bean(DataSource.class);
    }

    Http http() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return new Http(Objects.requireNonNull(server).getPort());
    }

    int mailsTaken() {
        return mails.taken();
    }

    /** How many orders the card processor has put money by for. */
    int cardsGranted() {
        return cards.granted();
    }

    /** Waits until so many letters have gone out: what comes then does not pay for what was. */
    void awaitMails(long count) {
        Awaitility.await().atMost(LETTERS).until(() -> mailsTaken() >= count);
    }

    long count(String table) {
        return number("select count(*) from " + table + " where coop_id = 'bench'");
    }

    long number(String question) {
        return ((Number) Objects.requireNonNull(sql().fetchValue(question))).longValue();
    }

    @Override
    public void close() throws IOException {
        context.close();
        mails.close();
        cards.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
