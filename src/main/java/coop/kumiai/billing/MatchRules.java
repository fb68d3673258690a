package coop.kumiai.billing;

import coop.kumiai.kernel.Yen;
import coop.kumiai.members.PersonName;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * 消込, pure: a payment pays one open statement of exactly its amount, the oldest first, or all open
 * ones together. Everything else is left to people: also a transfer in a name that is not the
 * member's, whose number may be mistyped. An account transfer brings back the number that the co-op
 * itself sent out, and needs no name.
 */
final class MatchRules {
    /** Why neither a transfer nor its reversal in the same file is anything to do. */
    private static final String CANCELLED = "同じファイルで取り消されています";

    private static final String ANOTHER_NAME = "振込の名義が、お客様番号の組合員のふりがなとちがいます";

    private MatchRules() {}

    /**
     * @param members who has which number
     * @param names of these members
     * @param dues the open statements of these members, the oldest first
     */
    static List<Match> match(
            List<ZenginLine> lines,
            Map<String, UUID> members,
            Map<UUID, PersonName> names,
            List<OpenDue> dues) {
        var open = new HashMap<UUID, List<OpenDue>>();
        for (var due : dues) {
            open.computeIfAbsent(due.memberId(), it -> new ArrayList<>()).add(due);
        }
        var cancelled = cancelled(lines);
        return lines.stream()
                .map(
                        it -> {
                            var member = Optional.ofNullable(members.get(it.payerNumber()));
                            return cancelled.contains(it.number())
                                    ? new Match(it, member, List.of(), CANCELLED, true)
                                    : match(it, member, member.map(names::get), open);
                        })
                .toList();
    }

    /** The reversals whose transfers are not in the same file. */
    static List<ZenginLine> reversals(List<ZenginLine> lines) {
        var cancelled = cancelled(lines);
        return lines.stream()
                .filter(it -> it.kind() == Receipt.Kind.REVERSAL)
                .filter(it -> !cancelled.contains(it.number()))
                .toList();
    }

    /** The lines of transfers that the same file takes back, and of what takes them back. */
    private static Set<Long> cancelled(List<ZenginLine> lines) {
        var transfers = new HashMap<Said, Deque<Long>>();
        for (var line : lines) {
            if (line.kind() == Receipt.Kind.TRANSFER) {
                transfers
                        .computeIfAbsent(Said.of(line), it -> new ArrayDeque<>())
                        .add(line.number());
            }
        }
        var pairs = new HashSet<Long>();
        for (var line : lines) {
            var same = transfers.getOrDefault(Said.of(line), new ArrayDeque<>());
            if (line.kind() == Receipt.Kind.REVERSAL && !same.isEmpty()) {
                pairs.add(same.remove());
                pairs.add(line.number());
            }
        }
        return pairs;
    }

    private static Match match(
            ZenginLine line,
            Optional<UUID> member,
            Optional<PersonName> name,
            Map<UUID, List<OpenDue>> open) {
        var dues = member.map(it -> open.getOrDefault(it, List.of())).orElse(List.of());
        if (line.failed()) {
            return new Match(line, member, List.of(), line.failure());
        }
        if (line.kind() == Receipt.Kind.REVERSAL) {
            return new Match(line, member, List.of(), "");
        }
        if (member.isEmpty()) {
            return new Match(line, member, List.of(), "お客様番号から、どなたの入金か分かりません");
        }
        if (line.kind() == Receipt.Kind.TRANSFER && !isNamed(line, name)) {
            return new Match(line, member, List.of(), ANOTHER_NAME);
        }
        var paid = paid(line.amount(), dues);
        dues = List.copyOf(dues);
        open.getOrDefault(member.get(), new ArrayList<>()).removeAll(paid);
        return new Match(line, member, paid, paid.isEmpty() ? remark(line.amount(), dues) : "");
    }

    private static boolean isNamed(ZenginLine line, Optional<PersonName> name) {
        return name.filter(it -> PayerNames.isOf(it, line.payerName(), line.payerNumber()))
                .isPresent();
    }

    private static List<OpenDue> paid(Yen amount, List<OpenDue> dues) {
        var exactly = dues.stream().filter(it -> it.open().equals(amount)).findFirst();
        if (exactly.isPresent()) {
            return List.of(exactly.get());
        }
        return sum(dues).equals(amount) ? List.copyOf(dues) : List.of();
    }

    private static String remark(Yen amount, List<OpenDue> dues) {
        if (dues.isEmpty()) {
            return "お支払いを待っている請求がありません";
        }
        var sum = sum(dues);
        return amount.isMoreThan(sum)
                ? "請求の残り%sより%s多い入金です".formatted(sum, amount.minus(sum))
                : "請求の残り%sのどれとも金額が合いません".formatted(sum);
    }

    private static Yen sum(List<OpenDue> dues) {
        return Yen.sum(dues.stream().map(OpenDue::open).toList());
    }

    /** What a transfer and its reversal have in common. */
    private record Said(Yen amount, String payerNumber, String payerName) {
        static Said of(ZenginLine line) {
            return new Said(line.amount(), line.payerNumber(), line.payerName());
        }
    }
}
