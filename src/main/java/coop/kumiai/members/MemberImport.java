package coop.kumiai.members;

import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.CsvFile;
import coop.kumiai.kernel.FileImport;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes the members of an older register (組合員名簿の移行), with what they have paid in. Who is there
 * already, by the member code, stays as they are.
 */
@Component
class MemberImport implements FileImport {
    private static final int BATCH = 2_000;
    private static final int TOLD_EVERY = 20_000;

    private final MemberImportStore store;
    private final Policies policies;
    private final Clock clock;

    MemberImport(MemberImportStore store, Policies policies, Clock clock) {
        this.store = store;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "members";
    }

    @Override
    @Transactional
    public String take(CoopId coop, Path file, Consumer<String> progress) {
        store.lock(coop);
        var read = CsvFile.read(file, MemberLineRules.COLUMNS);
        progress.accept("%,d行を読みました。".formatted(read.size()));
        var lines = checked(coop, read);
        var known = store.known(coop, lines.stream().map(it -> it.code().digits()).toList());
        var fresh = lines.stream().filter(it -> !known.contains(it.code().digits())).toList();
        write(coop, fresh, progress);
        return "組合員%,d人を登録しました。すでに登録のある%,d人は、そのままです。"
                .formatted(fresh.size(), lines.size() - fresh.size());
    }

    private List<MemberLine> checked(CoopId coop, List<CsvFile.Line> read) {
        var today = LocalDate.now(clock);
        var limits = policies.at(coop, ShareLimits.class, today);
        var codes = new HashSet<String>();
        var badLines = new ArrayList<BadLine>();
        var lines = new ArrayList<MemberLine>(read.size());
        for (var line : read) {
            var wrong = wrong(line, limits, today, codes);
            if (wrong.isEmpty()) {
                lines.add(MemberLineRules.line(Ids.next(clock), line.byColumn(), today));
            } else {
                badLines.add(new BadLine(line.number(), String.join("", wrong)));
            }
        }
        if (!badLines.isEmpty()) {
            throw new ImportRefused(badLines);
        }
        return lines;
    }

    private static List<String> wrong(
            CsvFile.Line line, ShareLimits limits, LocalDate today, Set<String> codes) {
        if (!line.isComplete()) {
            return List.of("列の数が見出しと合いません。");
        }
        var wrong = MemberLineRules.wrong(line.byColumn(), limits, today);
        var code = MemberCode.parse(line.byColumn().apply("code")).map(MemberCode::digits);
        return code.isPresent() && !codes.add(code.get())
                ? List.of("組合員コード「%s」は、前の行にもあります。".formatted(code.get()))
                : wrong;
    }

    private void write(CoopId coop, List<MemberLine> lines, Consumer<String> progress) {
        var price = policies.today(coop, ShareTerms.class).unitPrice();
        for (var from = 0; from < lines.size(); from += BATCH) {
            var until = Math.min(from + BATCH, lines.size());
            store.insert(coop, lines.subList(from, until), price);
            if (from == 0) {
                store.analyse();
            }
            if (until % TOLD_EVERY == 0) {
                progress.accept("%,d人まで登録しました。".formatted(until));
            }
        }
        store.continueCodesAfter(coop, lines);
    }
}
