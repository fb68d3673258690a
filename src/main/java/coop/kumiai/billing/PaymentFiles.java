package coop.kumiai.billing;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Members;
import coop.kumiai.members.Shares;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * 入金データの取込: files that banks give out (全銀フォーマット). All of a file or nothing of it is taken, and no
 * payment counts twice. What finds its statement pays it; the rest waits for the desk.
 */
@Service
public class PaymentFiles {
    private final PaymentFileStore store;
    private final ReceiptStore receipts;
    private final DueStore dues;
    private final Settlements settlements;
    private final Reversals reversals;
    private final Shares shares;
    private final Members register;
    private final Policies policies;
    private final Audit audit;
    private final Clock clock;

    PaymentFiles(
            PaymentFileStore store,
            ReceiptStore receipts,
            DueStore dues,
            Settlements settlements,
            Reversals reversals,
            Shares shares,
            Members register,
            Policies policies,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.receipts = receipts;
        this.dues = dues;
        this.settlements = settlements;
        this.reversals = reversals;
        this.shares = shares;
        this.register = register;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** The latest files that were taken. */
    public List<PaymentFile> latest(CoopId coop, int most) {
        return store.latest(coop, most);
    }

    /**
     * Takes a file.
     *
     * @param name under which it was sent, for people
     * @throws ImportRefused with every bad line; then nothing has changed
     */
    @Transactional
    public void take(CoopId coop, String name, byte[] content, UUID staff) {
        var today = LocalDate.now(clock);
        var own = policies.at(coop, BankAccount.class, today);
        var file = ZenginRules.read(content, own, today);
        var fileId = Ids.next(clock);
        var digest = digest(content);
        if (!store.insert(coop, fileId, name, digest, file, staff)) {
            throw refused(List.of(new BadLine(0, takenBefore(coop, digest))));
        }
        refuseKnown(coop, file);
        settle(coop, fileId, file, staff);
        audit.note(coop, staff, "billing.file-taken", fileId, name);
    }

    private void settle(CoopId coop, UUID fileId, ZenginFile file, UUID staff) {
        var members = members(coop, file);
        var known = members.values().stream().distinct().toList();
        var takenBack = takeBack(coop, file, known, staff);
        var open = dues.lockOpen(coop, known);
        var matches =
                MatchRules.match(file.lines(), members, register.names(coop, known), open).stream()
                        .map(
                                it ->
                                        Optional.ofNullable(takenBack.get(it.line().number()))
                                                .map(it::with)
                                                .orElse(it))
                        .toList();
        var written = matches.stream().map(it -> receipt(it, fileId)).toList();
        if (receipts.insert(coop, written) != written.size()) {
            throw refused(List.of(new BadLine(0, "同じ入金が、いまほかのファイルから取り込まれました。もう一度お試しください")));
        }
        var paid =
                Stream.iterate(0, it -> it < matches.size(), it -> it + 1)
                        .flatMap(it -> settlements(matches.get(it), written.get(it)))
                        .toList();
        settlements.settle(coop, paid, staff);
    }

    /** Before anything is paid: what is open again may be paid by the same file. */
    private Map<Long, TakenBack> takeBack(
            CoopId coop, ZenginFile file, List<UUID> known, UUID staff) {
        var found = MatchRules.reversals(file.lines());
        var held = new HashSet<>(known);
        held.addAll(reversals.members(coop, found));
        shares.hold(coop, held);
        return reversals.takeBack(coop, found, held, staff);
    }

    private Map<String, UUID> members(CoopId coop, ZenginFile file) {
        var numbers =
                file.lines().stream()
                        .map(ZenginLine::payerNumber)
                        .filter(it -> !it.isEmpty())
                        .map(Long::valueOf)
                        .distinct()
                        .toList();
        return receipts.payers(coop, numbers).entrySet().stream()
                .collect(toMap(it -> Long.toString(it.getKey()), Map.Entry::getValue));
    }

    private void refuseKnown(CoopId coop, ZenginFile file) {
        var known = receipts.known(coop, file.lines().stream().map(ZenginLine::key).toList());
        var bad =
                file.lines().stream()
                        .filter(it -> known.contains(it.key()))
                        .map(it -> new BadLine(it.number(), "前に取り込んだ入金と同じです"))
                        .toList();
        if (!bad.isEmpty()) {
            throw refused(bad);
        }
    }

    private String takenBefore(CoopId coop, String digest) {
        return store.takenAt(coop, digest)
                .map(it -> "このファイルは%sに取り込み済みです".formatted(JapaneseDates.moment(it)))
                .orElse("このファイルは取り込み済みです");
    }

    private NewReceipt receipt(Match match, UUID fileId) {
        var line = match.line();
        var receipt =
                new Receipt(
                        Ids.next(clock),
                        line.kind(),
                        line.day(),
                        line.payerName(),
                        line.payerNumber(),
                        match.member(),
                        line.amount(),
                        match.pays() ? line.amount() : Yen.ZERO,
                        match.state(),
                        match.remark());
        return new NewReceipt(receipt, line.key(), Optional.of(fileId));
    }

    private static Stream<NewSettlement> settlements(Match match, NewReceipt written) {
        var receipt = written.receipt();
        return match.dues().stream().map(it -> Settlements.settlement(it, receipt, it.open()));
    }

    private static String digest(byte[] content) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(ZenginRules.substance(content)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static ImportRefused refused(List<BadLine> badLines) {
        return new ImportRefused(badLines);
    }
}
