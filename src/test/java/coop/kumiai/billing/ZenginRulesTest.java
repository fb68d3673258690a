package coop.kumiai.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.kernel.Yen;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

class ZenginRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final LocalDate NOV_27 = LocalDate.of(2026, 11, 27);

    @Test
    void resultsOfAccountTransfersAreRead() {
        var file =
                read(
                        BankFile.debits()
                                .debit("10000001", 5000, "0")
                                .debit("10000002", 3000, "1")
                                .bytes());
        assertThat(file.kind()).isEqualTo(ZenginFile.Kind.DEBITS);
        assertThat(file.total()).isEqualTo(Yen.of(5000));
        assertThat(file.lines())
                .containsExactly(
                        new ZenginLine(
                                2,
                                "debit:0000054321:2026-11-27:00000000000010000001:1",
                                Receipt.Kind.DEBIT,
                                NOV_27,
                                "ヨシダ タカコ",
                                "10000001",
                                Yen.of(5000),
                                ""),
                        new ZenginLine(
                                3,
                                "debit:0000054321:2026-11-27:00000000000010000002:1",
                                Receipt.Kind.DEBIT,
                                NOV_27,
                                "ヨシダ タカコ",
                                "10000002",
                                Yen.of(3000),
                                "資金不足"));
    }

    @Test
    void transfersAreReadWithTheNumberFromTheName() {
        var file =
                read(
                        BankFile.transfers()
                                .transfer(1, "10000001 ﾖｼﾀﾞ ﾀｶｺ", 5000)
                                .transfer(2, "ﾀﾅｶ ﾐｻｷ", 3000)
                                .transfer(3, "10000001 ﾖｼﾀﾞ ﾀｶｺ", 5000, "1")
                                .withoutBreaks());
        assertThat(file.lines())
                .extracting(ZenginLine::kind, ZenginLine::payerNumber, ZenginLine::day)
                .containsExactly(
                        tuple(Receipt.Kind.TRANSFER, "10000001", NOV_27),
                        tuple(Receipt.Kind.TRANSFER, "", NOV_27),
                        tuple(Receipt.Kind.REVERSAL, "10000001", NOV_27));
        assertThat(file.total()).isEqualTo(Yen.of(3000));
    }

    @Test
    void withLineBreaksOrWithoutItIsTheSameFile() {
        var file = BankFile.debits().debit("10000001", 5000, "0");
        assertThat(ZenginRules.substance(file.bytes())).isEqualTo(file.withoutBreaks());
        assertThat(read(file.bytes())).isEqualTo(read(file.withoutBreaks()));
    }

    @Test
    void aDayOfTheFileIsTheLastOneThatHasCome() {
        var file = BankFile.debits().debit("10000001", 5000, "0").bytes();
        var read = ZenginRules.read(file, BankFile.OWN, LocalDate.of(2027, 11, 26));
        assertThat(read.lines().getFirst().day()).isEqualTo(NOV_27);
        var later = ZenginRules.read(file, BankFile.OWN, LocalDate.of(2027, 11, 27));
        assertThat(later.lines().getFirst().day()).isEqualTo(LocalDate.of(2027, 11, 27));
    }

    @Test
    void controlTotalsThatDoNotAgreeAreTold() {
        var lines = lines(BankFile.debits().debit("10000001", 5000, "0"));
        lines.set(2, lines.get(2).replaceFirst("^8000001000000005000", "8000002000000005001"));
        assertThat(refused(lines))
                .containsExactly(
                        new BadLine(3, "合計件数が合いません。合計の行は2、明細を数えると1です"),
                        new BadLine(3, "合計金額が合いません。合計の行は5,001、明細を数えると5,000です"));
    }

    @Test
    void aLineOfAnotherLengthIsTold() {
        var lines = lines(BankFile.debits().debit("10000001", 5000, "0"));
        lines.set(1, lines.get(1) + " ");
        assertThat(refused(lines)).containsExactly(new BadLine(2, "120バイトではなく121バイトです"));
    }

    @Test
    void allBadLinesAreToldAtOnce() {
        var lines =
                lines(
                        BankFile.debits()
                                .debit("10000001", 5000, "7")
                                .debit("10000002", 0, "0")
                                .debit("10000003", 100, "0"));
        assertThat(refused(lines))
                .containsExactly(
                        new BadLine(2, "振替結果コード「7」は知られていません"),
                        new BadLine(3, "引落金額「0000000000」が1円以上の数字ではありません"));
    }

    @Test
    void aFileOfAnotherCoopIsTold() {
        var other = new BankAccount("0000099999", "9998", "002", "1111111");
        var debits = BankFile.debits().debit("10000001", 5000, "0").bytes();
        var transfers = BankFile.transfers().transfer(1, "ﾀﾅｶ", 5000).bytes();
        assertThat(refused(debits, other))
                .containsExactly(new BadLine(1, "委託者コードが「0000054321」です。この生協の「0000099999」ではありません"));
        assertThat(refused(transfers, other))
                .containsExactly(
                        new BadLine(1, "口座が「9998-002-7654321」です。この生協の「9998-002-1111111」ではありません"));
    }

    @Test
    void whatIsNoFileOfABankIsTold() {
        for (var wrong : List.of("", "名前,金額", "1210")) {
            assertThat(refused(BankFile.bytes(List.of(wrong)), BankFile.OWN))
                    .containsExactly(new BadLine(1, "振込入金通知（種別コード01）か口座振替結果（91）の全銀ファイルを選んでください"));
        }
    }

    @Test
    void aFileThatEndsTooEarlyIsTold() {
        var lines = lines(BankFile.debits().debit("10000001", 5000, "0"));
        assertThat(refused(lines.subList(0, 2))).contains(new BadLine(0, "見出し、合計、終わりの行がそろっていません"));
        assertThat(refused(lines.subList(0, 3)))
                .containsExactly(
                        new BadLine(2, "データ区分が「2」です。ここは「8」の行です"),
                        new BadLine(3, "データ区分が「8」です。ここは「9」の行です"));
    }

    @Test
    void aDayToComeIsTold() {
        var file = BankFile.transfers().transfer(1, "ﾀﾅｶ", 5000).bytes();
        var bad =
                catchThrowableOfType(
                                ImportRefused.class,
                                () ->
                                        ZenginRules.read(
                                                file, BankFile.OWN, LocalDate.of(2026, 11, 26)))
                        .badLines();
        assertThat(bad).containsExactly(new BadLine(2, "勘定日「081127」が、この一年の、今日までの日付ではありません"));
    }

    private static List<String> lines(BankFile file) {
        return new ArrayList<>(file.lines());
    }

    private static ZenginFile read(byte[] content) {
        return ZenginRules.read(content, BankFile.OWN, TODAY);
    }

    private static List<BadLine> refused(List<String> lines) {
        return refused(BankFile.bytes(lines), BankFile.OWN);
    }

    private static List<BadLine> refused(byte[] content, BankAccount own) {
        return catchThrowableOfType(
                        ImportRefused.class, () -> ZenginRules.read(content, own, TODAY))
                .badLines();
    }
}
