package coop.kumiai.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Members;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files of old cards; after every test the ledger is proved. */
@KumiaiTest
class WalletMigrationsTests {
    private static final String HEADER = "card,member_code,balance,points,pending,cut_on\n";
    private static final String DAY = ",2026-09-30\n";

    @TempDir Path folder;
    @Autowired WalletImport files;
    @Autowired WalletMigrations migrations;
    @Autowired Wallets wallets;
    @Autowired WalletProofs proofs;
    @Autowired Members register;
    @Autowired TestMembers people;
    @Autowired TestCoops coops;
    CoopId coop;
    UUID hanako;
    String hanakosCode;

    @BeforeEach
    void aMember() {
        coop = coops.fresh();
        hanako = people.applied(coop).memberId();
        hanakosCode =
                register.collectShare(coop, hanako, Yen.of(500), new UUID(7, 7), "order-1")
                        .memberCode()
                        .orElseThrow()
                        .digits();
    }

    @AfterEach
    void theLedgerAgrees() {
        assertThat(proofs.run(coop).findings()).isEmpty();
    }

    @Test
    @Rule("U-WAL-6")
    void balancePointsAndChargesAreAddedUpWithoutFractions() {
        var sentence =
                take(
                        card("A-1001", "2500.5", "12.75", "1000.5")
                                + total(1, "2500.5", "12.75", "1000.5"));
        assertThat(sentence).startsWith("カード1枚、電子マネー3,501円、12ポイントを移しました");
        var wallet = wallets.of(coop, hanako).orElseThrow();
        assertThat(wallet.money()).isEqualTo(Yen.of(3_501));
        assertThat(wallet.points()).isEqualTo(12);
        var migration = migrations.latest(coop, 1).getFirst();
        assertThat(migration.droppedPoints()).isEqualTo("0.75");
        assertThat(migrations.differences(coop, migration.migrationId(), 10))
                .extracting(MigrationDifference::card)
                .containsExactly("A1001");
    }

    @Test
    @Rule({"U-WAL-6", "U-SIGN-1"})
    void whatCameOverIsUsableOnceTheOwnerIsVerified() {
        take(card("A1001", "2500", "0", "0") + total(1, "2500", "0", "0"));
        var wallet = wallets.of(coop, hanako).orElseThrow();
        assertThat(wallet.state()).isEqualTo(WalletState.UNVERIFIED);
        assertThatThrownBy(() -> wallets.post(coop, pay("pay-1", wallet.walletId())))
                .isInstanceOf(Refused.class);
        wallets.post(coop, new Instruction.Verify("verify", wallet.walletId(), "窓口"));
        assertThat(wallets.post(coop, pay("pay-2", wallet.walletId())).moneyAfter())
                .isEqualTo(Yen.of(2_400));
    }

    @Test
    @Rule("U-WAL-6")
    void aCardComesOverOnce() {
        var file = card("A1001", "2500", "1.5", "0") + total(1, "2500", "1.5", "0");
        take(file);
        assertThat(take(file)).startsWith("このファイルのカードは、もう移行しています。");
        assertThat(wallets.of(coop, hanako).orElseThrow().money()).isEqualTo(Yen.of(2_500));
        assertThat(
                        reasons(
                                () ->
                                        take(
                                                card("A1001", "2501", "1.5", "0")
                                                        + total(1, "2501", "1.5", "0"))))
                .containsExactly("2行目: カード「A1001」は、9/30(水)締めの2500円・1.5ポイントでもう移行しています。");
        var october = file.replace("2026-09-30", "2026-10-01");
        assertThat(reasons(() -> take(october))).singleElement().asString().contains("もう移行しています");
        take(card("B2002", "300", "0", "0") + total(1, "300", "0", "0"));
        assertThat(wallets.of(coop, hanako).orElseThrow().money()).isEqualTo(Yen.of(2_800));
    }

    @Test
    @Rule("U-WAL-6")
    void aFileThatDoesNotAddUpBringsNothingAndSaysWhichSum() {
        var lines = card("A1001", "2500", "12.5", "0") + card("A1002", "100", "0", "30");
        assertThat(reasons(() -> take(lines + total(3, "2600", "13", "30"))))
                .containsExactly(
                        "4行目: カードの枚数が合いません。合計の行は3枚、明細は2枚です。",
                        "4行目: ポイント（points）の合計が合いません。合計の行は13、明細の合計は12.5、差は0.5です。");
        assertThat(reasons(() -> take(lines))).singleElement().asString().contains("最後の行に合計がありません");
        assertThat(wallets.of(coop, hanako)).isEmpty();
        assertThat(migrations.latest(coop, 10)).isEmpty();
    }

    @Test
    void everyBadLineIsListed() {
        var bad =
                card("A1001", "-1", "x", "0")
                        + card("A", "1", "1", "1")
                        + "A1003,12,1,1,1,2026-09-29\n"
                        + card("A1004", "1", "1", "1")
                        + card("A-1004", "1", "1", "1")
                        + "too,few\n";
        assertThat(reasons(() -> take(bad + total(6, "1", "1", "1"))))
                .extracting(it -> it.substring(0, 1))
                .containsExactly("2", "3", "4", "6", "7");
        assertThat(reasons(() -> take("A1005,9999999999,1,1,1" + DAY + total(1, "1", "1", "1"))))
                .containsExactly("2行目: 組合員コード「9999999999」の組合員は登録されていません。");
    }

    @Test
    @Rule("U-WAL-6")
    void aClosedWalletTakesNothingAndTheReportSaysWhy() {
        var wallet = wallets.open(coop, hanako, true);
        wallets.post(coop, new Instruction.Close("close", wallet.walletId(), "脱退"));
        take(card("A1001", "2500", "0", "0") + total(1, "2500", "0", "0"));
        var migration = migrations.latest(coop, 1).getFirst();
        assertThat(migration.refused()).isEqualTo(1);
        assertThat(migration.money()).isEqualTo(Yen.ZERO);
        assertThat(migrations.differences(coop, migration.migrationId(), 10))
                .extracting(MigrationDifference::words)
                .containsExactly("この電子マネーは解約されています。");
    }

    @Test
    void whatWasInterruptedGoesOn() {
        var file = write(card("A1001", "2500", "0", "0") + total(1, "2500", "0", "0"));
        var taken =
                migrations.take(coop, file, "old.csv", Optional.empty(), it -> {}).orElseThrow();
        assertThat(migrations.get(coop, taken).isDone()).isFalse();
        assertThat(migrations.book(coop, it -> {})).isEqualTo(1);
        assertThat(migrations.get(coop, taken).isDone()).isTrue();
        assertThat(migrations.book(coop, it -> {})).isZero();
    }

    @Test
    @Rule("U-WAL-6")
    void thousandsGoInBatchesAndSeveralCardsOfAMemberAddUp() {
        var lines =
                IntStream.range(0, 4_001)
                        .mapToObj(it -> card("C" + (10_000 + it), "10.25", "1", "0"))
                        .collect(Collectors.joining());
        take(lines + total(4_001, "41010.25", "4001", "0"));
        assertThat(wallets.of(coop, hanako).orElseThrow().money()).isEqualTo(Yen.of(40_010));
    }

    private static Instruction pay(String key, UUID walletId) {
        return new Instruction.Pay(
                key, walletId, new Purchase("shibuya", Yen.of(100), List.of()), PointUse.FIRST);
    }

    private String card(String number, String balance, String points, String pending) {
        return String.join(",", number, hanakosCode, balance, points, pending) + DAY;
    }

    private static String total(int cards, String balance, String points, String pending) {
        return String.join(",", "合計", Integer.toString(cards), balance, points, pending) + DAY;
    }

    private static List<String> reasons(ThrowingCallable taking) {
        var refused =
                org.assertj.core.api.Assertions.catchThrowableOfType(ImportRefused.class, taking);
        return refused.badLines().stream().map(Object::toString).toList();
    }

    private String take(String lines) {
        return files.take(coop, write(lines), it -> {});
    }

    private Path write(String lines) {
        try {
            return Files.writeString(folder.resolve(UUID.randomUUID() + ".csv"), HEADER + lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
