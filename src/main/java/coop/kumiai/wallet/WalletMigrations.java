package coop.kumiai.wallet;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.CsvFile;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.members.Members;
import coop.kumiai.policies.Policies;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * 旧カードからの移行 (U-WAL-6): a file is taken whole, once it adds up, or not at all. Then its cards are
 * booked, a batch in each transaction; what is interrupted goes on where it stood.
 */
@Service
public class WalletMigrations {
    private static final int LOOKED_UP_AT_ONCE = 10_000;
    private static final int BATCH = 2_000;
    private static final int TOLD_EVERY = 10;

    /** Who bears points that came from the old system. */
    private static final String BEARER = "coop";

    private final MigrationStore store;
    private final Ledger ledger;
    private final Members members;
    private final Policies policies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WalletMigrations(
            MigrationStore store,
            Ledger ledger,
            Members members,
            Policies policies,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.members = members;
        this.policies = policies;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The latest files that were taken. */
    public List<Migration> latest(CoopId coop, int most) {
        return store.latest(coop, most);
    }

    /**
     * @throws NotFound when the co-op has taken no such file
     */
    public Migration get(CoopId coop, UUID migrationId) {
        return store.find(coop, migrationId).orElseThrow(() -> new NotFound("migration"));
    }

    /** Cards that did not come over as they stood, in the order of the file. */
    public List<MigrationDifference> differences(CoopId coop, UUID migrationId, int most) {
        return store.differences(coop, migrationId, most);
    }

    /**
     * Takes a file; its cards are booked by {@link #book}.
     *
     * @param fileName under which it was sent, for people
     * @return empty when all of its cards came over before
     * @throws ImportRefused with every bad line, or every sum that is not that of the lines; then
     *     nothing has changed
     */
    public Optional<UUID> take(
            CoopId coop,
            Path file,
            String fileName,
            Optional<UUID> staff,
            Consumer<String> progress) {
        var sound =
                MigrationFileRules.sound(
                        CsvFile.read(file, MigrationFileRules.COLUMNS),
                        JapaneseDates.dayOf(clock.instant()));
        progress.accept("カード%,d枚の合計を確かめました。".formatted(sound.lines().size()));
        return Optional.ofNullable(
                transaction.execute(
                        status -> {
                            store.lock(coop);
                            return take(coop, sound, fileName, staff, progress);
                        }));
    }

    /**
     * Books everything that waits.
     *
     * @return how many cards
     */
    public long book(CoopId coop, Consumer<String> progress) {
        var all = store.waiting(coop);
        var done = 0L;
        var batches = 0;
        for (var more = all > 0; more; batches++) {
            var booked = Optional.ofNullable(transaction.execute(it -> bookNext(coop))).orElse(0);
            done += booked;
            more = booked > 0;
            if (batches == 0) {
                store.analyse();
            }
            if (more && batches % TOLD_EVERY == 0) {
                progress.accept("%,d枚中 %,d枚を移しました。".formatted(all, done));
            }
        }
        return done;
    }

    private @Nullable UUID take(
            CoopId coop,
            MigrationFileRules.Sound sound,
            String fileName,
            Optional<UUID> staff,
            Consumer<String> progress) {
        var owners = owners(coop, sound.lines());
        var fresh = fresh(coop, sound, owners);
        if (fresh.lines().isEmpty()) {
            return null;
        }
        var migrationId = Ids.next(clock);
        store.insert(coop, migrationId, fresh, fileName, staff, clock.instant());
        for (var part : parts(fresh.lines())) {
            store.insert(coop, migrationId, fresh.cutOn(), part, owners);
        }
        progress.accept("カード%,d枚を受け付けました。".formatted(fresh.lines().size()));
        return migrationId;
    }

    private Map<String, UUID> owners(CoopId coop, List<MigrationLine> lines) {
        var owners = new HashMap<String, UUID>();
        for (var part : parts(lines)) {
            owners.putAll(
                    members.idsByCode(coop, part.stream().map(MigrationLine::memberCode).toList()));
        }
        return owners;
    }

    /** What has not come over yet; a card that did came with the same sums. */
    private MigrationFileRules.Sound fresh(
            CoopId coop, MigrationFileRules.Sound sound, Map<String, UUID> owners) {
        var fresh = new ArrayList<MigrationLine>(sound.lines().size());
        var badLines = new ArrayList<BadLine>();
        for (var part : parts(sound.lines())) {
            var cards = part.stream().map(MigrationLine::card).toList();
            var known = store.known(coop, cards);
            for (var it : part) {
                var before = known.get(it.card());
                if (!owners.containsKey(it.memberCode())) {
                    badLines.add(noMember(it));
                } else if (before == null) {
                    fresh.add(it);
                } else if (!before.isAs(it, sound.cutOn())) {
                    badLines.add(cameOver(it, before));
                }
            }
        }
        if (!badLines.isEmpty()) {
            throw new ImportRefused(badLines);
        }
        return new MigrationFileRules.Sound(sound.cutOn(), fresh);
    }

    private static BadLine noMember(MigrationLine line) {
        return new BadLine(line.line(), "組合員コード「%s」の組合員は登録されていません。".formatted(line.memberCode()));
    }

    /** A card comes over once, whatever day a later file is cut on. */
    private static BadLine cameOver(MigrationLine line, MigrationStore.Known before) {
        return new BadLine(
                line.line(),
                "カード「%s」は、%s締めの%s円・%sポイントでもう移行しています。"
                        .formatted(
                                line.card(),
                                JapaneseDates.day(before.cutOn()),
                                before.balance()
                                        .add(before.pending())
                                        .stripTrailingZeros()
                                        .toPlainString(),
                                before.points().stripTrailingZeros().toPlainString()));
    }

    private static List<List<MigrationLine>> parts(List<MigrationLine> lines) {
        var parts = new ArrayList<List<MigrationLine>>();
        for (var from = 0; from < lines.size(); from += LOOKED_UP_AT_ONCE) {
            parts.add(lines.subList(from, Math.min(from + LOOKED_UP_AT_ONCE, lines.size())));
        }
        return parts;
    }

    private int bookNext(CoopId coop) {
        var lines = store.claim(coop, BATCH);
        if (!lines.isEmpty()) {
            var instructions = instructions(coop, lines);
            var stripe = LaneSettings.stripeOfCallers(instructions.getFirst().walletId());
            var refusals =
                    ledger.post(coop, stripe, instructions).stream().map(WalletMigrations::refusal);
            store.booked(coop, lines, refusals.toList(), clock.instant());
        }
        return lines.size();
    }

    private List<Instruction> instructions(CoopId coop, List<MigrationStore.Waiting> lines) {
        var now = clock.instant();
        var today = JapaneseDates.dayOf(now);
        var money = policies.at(coop, MoneyOrder.class, today).codes().getLast();
        var owners =
                lines.stream().map(MigrationStore.Waiting::memberId).collect(Collectors.toSet());
        var ids = owners.stream().collect(toMap(it -> it, it -> Ids.next(clock)));
        var wallets = store.wallets(coop, ids, today, now);
        return lines.stream()
                .<Instruction>map(
                        it ->
                                new Instruction.Migrate(
                                        it.cutOn(),
                                        it.card(),
                                        Optional.ofNullable(wallets.get(it.memberId()))
                                                .orElseThrow(),
                                        money,
                                        it.money(),
                                        it.points(),
                                        BEARER))
                .toList();
    }

    private static String refusal(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> "";
            case Outcome.No(var refusal) -> refusal.sentence();
            case Outcome.NoWallet none -> throw new IllegalStateException("no wallet was opened");
        };
    }
}
