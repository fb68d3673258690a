package coop.kumiai.postal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.kernel.PostalCode;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

/** The table of postal codes, filled and replaced on a database of its own. */
class PostalTableTests {
    private static final CoopId COOP = new CoopId("minato");
    private static final TableSource FIRST = TableSource.bundled("first");
    private static final TableSource SECOND = TableSource.bundled("second");

    @TempDir Path folder;
    DataSource database;
    PostalStore store;
    PostalTable table;

    @BeforeEach
    void anEmptyTable() {
        database = TestDatabase.pool();
        store = new PostalStore(TestDatabase.sql(new TransactionAwareDataSourceProxy(database)));
        table = new PostalTable(store, BusinessClock.standingAt(TestClock.START));
    }

    @AfterEach
    void close() throws Exception {
        ((AutoCloseable) database).close();
    }

    @Test
    void isFilledOnceAndAgainByANewerEdition() {
        assertThat(table.wants(FIRST)).isTrue();
        table.fill(FIRST, List.of(town("1500001", "東京都", "神宮前")));
        assertThat(table.wants(FIRST)).isFalse();

        assertThat(table.wants(SECOND)).isTrue();
        table.fill(SECOND, List.of(town("1500002", "東京都", "渋谷")));

        assertThat(townsOf("1500001")).isEmpty();
        assertThat(townsOf("1500002")).containsExactly("渋谷");
    }

    @Test
    void keepsEverySignOfAName() {
        table.fill(FIRST, List.of(town("1500001", "東京都", "a\\b 髙𠮷\"'")));

        assertThat(townsOf("1500001")).containsExactly("a\\b 髙𠮷\"'");
    }

    @Test
    void twoProgramsThatStartTogetherFillItOnce() throws Exception {
        var rows =
                IntStream.range(0, 20_000)
                        .mapToObj(i -> town("%07d".formatted(i), "東京都", "町"))
                        .toList();
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        Callable<Void> fill =
                () -> {
                    transaction.executeWithoutResult(_ -> table.fill(FIRST, rows));
                    return null;
                };

        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : threads.invokeAll(List.of(fill, fill))) {
                done.get();
            }
        }

        assertThat(store.townsByPrefecture()).containsEntry("東京都", 20_000);
    }

    @Test
    void whatStaffImportedIsNotOverwrittenByTheProgram() throws IOException {
        table.fill(FIRST, List.of(town("1500001", "東京都", "神宮前")));
        take(line("1500099", "東京都", "新町"));

        assertThat(table.wants(SECOND)).isFalse();
        table.fill(SECOND, List.of(town("1500001", "東京都", "神宮前")));

        assertThat(townsOf("1500099")).containsExactly("新町");
    }

    @Test
    void anImportReplacesTheTownsOfItsPrefecturesOnly() throws IOException {
        var office =
                new TownRow("1508010", "13113", "東京都", "渋谷区", "宇田川町", noReading(), "１番１号", "渋谷区役所");
        table.fill(
                FIRST,
                List.of(town("1500001", "東京都", "神宮前"), town("2200011", "神奈川県", "高島"), office));

        var said = take(line("1500002", "東京都", "渋谷（次のビルを除く）"), line("1500003", "東京都", "宇田川町"));

        assertThat(said).isEqualTo("1都道府県の町域2件を入れ替えました。");
        assertThat(townsOf("1500001")).isEmpty();
        assertThat(townsOf("1500002")).containsExactly("渋谷");
        assertThat(townsOf("2200011")).containsExactly("高島");
        assertThat(townsOf("1508010")).containsExactly("宇田川町");
    }

    @Test
    void importingTheSameFileTwiceChangesNothing() throws IOException {
        take(line("1500002", "東京都", "渋谷"));

        assertThat(take(line("1500002", "東京都", "渋谷"))).contains("すでに取り込まれています");
        assertThat(townsOf("1500002")).containsExactly("渋谷");
    }

    @Test
    void aBrokenFileChangesNothingAndListsItsLines() {
        table.fill(FIRST, List.of(town("1500001", "東京都", "神宮前")));

        assertThatThrownBy(
                        () -> take(line("1500002", "東京都", "渋谷"), "壊れた行", line("15", "東京都", "渋谷")))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        refused ->
                                assertThat(refused.badLines())
                                        .extracting(BadLine::number)
                                        .containsExactly(2L, 3L));
        assertThat(townsOf("1500001")).containsExactly("神宮前");
        assertThat(townsOf("1500002")).isEmpty();
        assertThat(table.wants(FIRST)).isFalse();
    }

    @Test
    void aFileCutOffOnItsWayIsNotBelieved() {
        var rows =
                IntStream.range(0, 10).mapToObj(i -> town("150000" + i, "東京都", "町" + i)).toList();
        table.fill(FIRST, rows);

        assertThatThrownBy(() -> take(line("1500001", "東京都", "町1"), line("1500002", "東京都", "町2")))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        refused ->
                                assertThat(refused.badLines())
                                        .extracting(BadLine::toString)
                                        .containsExactly(
                                                "東京都の町域が10件から2件に減ります。ファイルが途中で切れていないかお確かめください。"));
        assertThat(townsOf("1500009")).containsExactly("町9");
    }

    private String take(String... lines) throws IOException {
        var file = Files.write(folder.resolve("utf_ken_all.csv"), List.of(lines));
        return new PostalCodeImport(table).take(COOP, file, new ArrayList<String>()::add);
    }

    private List<String> townsOf(String code) {
        return store.towns(new PostalCode(code)).stream().map(Town::town).toList();
    }

    private static TownRow town(String code, String prefecture, String town) {
        return new TownRow(code, "13113", prefecture, "渋谷区", town, noReading(), "", "");
    }

    private static Town.Reading noReading() {
        return new Town.Reading("", "", "");
    }

    private static String line(String code, String prefecture, String town) {
        return "13113,150  ,%s,ト,シ,マチ,%s,渋谷区,%s,0,0,1,0,0,0".formatted(code, prefecture, town);
    }
}
