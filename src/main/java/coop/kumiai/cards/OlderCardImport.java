package coop.kumiai.cards;

import coop.kumiai.cards.OlderCard.Kind;
import coop.kumiai.cards.OlderCard.State;
import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.CsvFile;
import coop.kumiai.kernel.FileImport;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.members.MemberCode;
import coop.kumiai.members.Members;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Takes the paper and laminated cards of an older register (U-CARD-1). A card that is there
 * already, by its number and member, stays as it is.
 */
@Component
class OlderCardImport implements FileImport {
    static final List<String> COLUMNS =
            List.of("member_code", "kind", "number", "issued_on", "state");

    private final OlderCardStore store;
    private final Members members;
    private final Clock clock;

    OlderCardImport(OlderCardStore store, Members members, Clock clock) {
        this.store = store;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "cards";
    }

    @Override
    @Transactional
    public String take(CoopId coop, Path file, Consumer<String> progress) {
        store.lock(coop);
        var lines = CsvFile.read(file, COLUMNS);
        progress.accept("%,d行を読みました。".formatted(lines.size()));
        var cards = checked(coop, lines);
        var fresh = cards.stream().filter(it -> store.insert(coop, it, clock.instant())).count();
        return "組合員証%,d枚を記録しました。すでに記録のある%,d枚は、そのままです。".formatted(fresh, cards.size() - fresh);
    }

    private List<OlderCard> checked(CoopId coop, List<CsvFile.Line> lines) {
        var holders = members.idsByCode(coop, codes(lines));
        var recorded = store.holders(coop, numbers(lines));
        var seen = new HashSet<String>();
        var badLines = new ArrayList<BadLine>();
        var cards = new ArrayList<OlderCard>();
        for (var line : lines) {
            var wrong = wrong(line, holders, recorded);
            if (wrong.isEmpty() && !seen.add(number(line).orElseThrow())) {
                wrong = List.of("番号「%s」は、前の行にもあります。".formatted(number(line).orElseThrow()));
            }
            if (wrong.isEmpty()) {
                cards.add(card(line.byColumn(), holders));
            } else {
                badLines.add(new BadLine(line.number(), String.join("", wrong)));
            }
        }
        if (!badLines.isEmpty()) {
            throw new ImportRefused(badLines);
        }
        return cards;
    }

    private List<String> wrong(
            CsvFile.Line line, Map<String, UUID> holders, Map<String, UUID> recorded) {
        if (!line.isComplete()) {
            return List.of("列の数が見出しと合いません。");
        }
        var cell = line.byColumn();
        var wrong =
                new ArrayList<>(
                        OlderCardRules.wrong(
                                        cell.apply("number"),
                                        cell.apply("issued_on"),
                                        LocalDate.now(clock))
                                .stream()
                                .map(Refusal::sentence)
                                .toList());
        if (Kind.of(cell.apply("kind")).isEmpty()) {
            wrong.add("種類（kind）は paper か laminated にしてください。");
        }
        if (State.of(cell.apply("state")).isEmpty()) {
            wrong.add("状態（state）は valid、replaced、lost、ended のどれかにしてください。");
        }
        var holder = code(line).map(holders::get);
        if (holder.isEmpty()) {
            wrong.add("組合員コード「%s」の組合員は登録されていません。".formatted(cell.apply("member_code")));
        }
        number(line)
                .map(recorded::get)
                .filter(it -> holder.isPresent() && !it.equals(holder.get()))
                .ifPresent(it -> wrong.add("この番号は、ほかの組合員の組合員証として記録されています。"));
        return wrong;
    }

    private OlderCard card(UnaryOperator<String> cell, Map<String, UUID> holders) {
        var state = State.of(cell.apply("state")).orElseThrow();
        var code = MemberCode.parse(cell.apply("member_code")).orElseThrow();
        return new OlderCard(
                Ids.next(clock),
                Optional.ofNullable(holders.get(code.digits())).orElseThrow(),
                Kind.of(cell.apply("kind")).orElseThrow(),
                OlderCardRules.number(cell.apply("number")).orElseThrow(),
                OlderCardRules.issuedOn(cell.apply("issued_on"), LocalDate.now(clock))
                        .orElseThrow(),
                state,
                state == State.VALID ? Optional.empty() : Optional.of(clock.instant()),
                state == State.VALID ? "" : "名簿の移行");
    }

    private static List<String> codes(List<CsvFile.Line> lines) {
        return lines.stream().flatMap(it -> code(it).stream()).distinct().toList();
    }

    private static List<String> numbers(List<CsvFile.Line> lines) {
        return lines.stream().flatMap(it -> number(it).stream()).distinct().toList();
    }

    private static Optional<String> code(CsvFile.Line line) {
        return line.isComplete()
                ? MemberCode.parse(line.byColumn().apply("member_code")).map(MemberCode::digits)
                : Optional.empty();
    }

    private static Optional<String> number(CsvFile.Line line) {
        return line.isComplete()
                ? OlderCardRules.number(line.byColumn().apply("number"))
                : Optional.empty();
    }
}
