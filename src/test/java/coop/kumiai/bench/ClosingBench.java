package coop.kumiai.bench;

import coop.kumiai.billing.Billing;
import coop.kumiai.billing.ClosingTerms;
import coop.kumiai.billing.Closings;
import coop.kumiai.billing.LineTax;
import coop.kumiai.billing.NewLine;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.DatedPolicy;
import coop.kumiai.policies.Policies;

import org.jooq.DSLContext;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 100,000 members with three lines each: how long their closing (締め) takes. */
final class ClosingBench {
    private static final int MEMBERS = 100_000;
    private static final int LINES = 3;
    private static final int AT_ONCE = 1_000;
    private static final LocalDate DAY = LocalDate.of(2026, 10, 10);

    private static final String JOIN =
            """
            insert into members.member (coop_id, member_id, member_code, family_name, given_name, family_kana, given_kana,
                name_search, phone, birth_date, joining, state, registered_at, joined_at)
            select ?, gen_random_uuid(), (2000000000 + n)::text, '測定', '花子', 'ソクテイ', 'ハナコ', '測定花子', '0312345678',
                date '1980-01-01', 'desk', 'joined', now(), now()
            from generate_series(1, ?) n
            returning member_id
            """;

    private ClosingBench() {}

    static Figures measure(BenchServer server) {
        var figures = new Figures();
        var terms = new ClosingTerms(true, 20, 1, 27);
        server.bean(Policies.class)
                .decide(
                        BenchServer.COOP,
                        new DatedPolicy<>("", LocalDate.of(2026, 11, 1), terms, "測定", "測定"));
        var filled = System.nanoTime();
        fill(server);
        figures.say("%,d lines added in %s", MEMBERS * LINES, since(filled));
        var begun = System.nanoTime();
        var closing = server.bean(Closings.class).closeDue(BenchServer.COOP).orElseThrow();
        var taken = since(begun);
        if (closing.membersDone() != MEMBERS || closing.lines() != (long) MEMBERS * LINES) {
            throw new IllegalStateException("not everybody was closed: " + closing);
        }
        figures.say("%,d statements closed in %s", closing.membersDone(), taken);
        return figures.add("closing.seconds", taken.toMillis() / 1000.0, "s");
    }

    private static void fill(BenchServer server) {
        var members =
                server.bean(DSLContext.class)
                        .fetch(JOIN, BenchServer.COOP.code(), MEMBERS)
                        .getValues(0, UUID.class);
        var billing = server.bean(Billing.class);
        for (var from = 0; from < MEMBERS; from += AT_ONCE) {
            billing.add(
                    BenchServer.COOP,
                    members.subList(from, from + AT_ONCE).stream()
                            .flatMap(ClosingBench::lines)
                            .toList());
        }
    }

    private static Stream<NewLine> lines(UUID member) {
        return IntStream.range(0, LINES)
                .mapToObj(
                        it ->
                                new NewLine(
                                        member,
                                        member + ":" + it,
                                        "bench",
                                        DAY,
                                        "共同購入 食品",
                                        Yen.of(1080),
                                        LineTax.of(TaxClass.REDUCED, 8)));
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
