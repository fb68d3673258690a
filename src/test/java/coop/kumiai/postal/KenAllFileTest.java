package coop.kumiai.postal;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.BadLine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class KenAllFileTest {
    @TempDir Path folder;

    @Test
    void readsThePublishedColumns() throws IOException {
        var file =
                read(
                        "13113,\"150 "
                            + " \",\"1500001\",\"トウキョウト\",\"シブヤク\",\"ジングウマエ\",\"東京都\",\"渋谷区\",\"神宮前\",0,0,1,0,0,0");

        var reading = new Town.Reading("トウキョウト", "シブヤク", "ジングウマエ");
        assertThat(file.badLines()).isEmpty();
        assertThat(file.rows())
                .containsExactly(
                        new TownRow("1500001", "13113", "東京都", "渋谷区", "神宮前", reading, "", ""));
    }

    @Test
    void acceptsAByteOrderMarkQuotesOrNoneAndHalfWidthReadings() throws IOException {
        var file = read("\uFEFF13113,150  ,1500001,ﾄｳｷｮｳﾄ,ｼﾌﾞﾔｸ,ｼﾞﾝｸﾞｳﾏｴ,東京都,渋谷区,神宮前,0,0,1,0,0,0");

        assertThat(file.rows()).extracting(row -> row.reading().town()).containsExactly("ジングウマエ");
    }

    @Test
    void joinsATownNameThatRunsOverSeveralLines() throws IOException {
        var file =
                read(
                        line("0285102", "葛巻（第４０地割", "クズマキ（ダイ４０チワリ"),
                        line("0285102", "「５７番地１２５」、第４１地割", "「５７バンチ」ダイ４１チワリ"),
                        line("0285102", "〜第４５地割）", "−ダイ４５チワリ）"),
                        line("0285103", "江刈", "エカリ"));

        assertThat(file.badLines()).isEmpty();
        assertThat(file.rows())
                .extracting(TownRow::town)
                .containsExactly("葛巻（第４０地割「５７番地１２５」、第４１地割〜第４５地割）", "江刈");
        var places = TownRules.places(file.rows());
        assertThat(places).extracting(TownRow::town).containsExactly("葛巻", "江刈");
        assertThat(places).extracting(row -> row.reading().town()).containsExactly("クズマキ", "エカリ");
    }

    @Test
    void oneCodeMayMeanSeveralTownsInTwoPrefectures() throws IOException {
        var file =
                read(
                        "23235,498,4980000,アイチケン,ヤトミシ,イカニケイサイガナイバアイ,愛知県,弥富市,以下に掲載がない場合,0,0,0,1,0,0",
                        "24303,498,4980000,ミエケン,クワナグンキソサキチョウ,イカニケイサイガナイバアイ,三重県,桑名郡木曽岬町,以下に掲載がない場合,0,0,0,1,0,0");

        assertThat(TownRules.places(file.rows()))
                .extracting(row -> row.prefecture() + row.city() + row.town())
                .containsExactly("愛知県弥富市", "三重県桑名郡木曽岬町");
    }

    @Test
    void listsEveryBadLineWithItsReason() throws IOException {
        var file =
                read(
                        line("1500001", "神宮前", "ジングウマエ"),
                        "13113,150,1500001,東京都",
                        line("15000", "神宮前", "ジングウマエ"),
                        "13113,150,1500001,ア,イ,ウ,東京府,渋谷区,神宮前,0,0,1,0,0,0",
                        "x,150,1500001,ア,イ,ウ,東京都,渋谷区,神宮前,0,0,1,0,0,0",
                        "13113,150,1500001,ア,イ,ウ,東京都,,神宮前,0,0,1,0,0,0",
                        line("1500002", "渋谷（次のビルを", "シブヤ（ツギノビルヲ"),
                        line("1500003", "宇田川町", "ウダガワチョウ"));

        assertThat(file.badLines())
                .extracting(BadLine::number)
                .containsExactly(2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(file.badLines().getFirst()).hasToString("2行目: 列は15のはずですが、4です。");
        assertThat(file.badLines().get(2).reason()).contains("東京府");
        assertThat(file.badLines().getLast().reason()).contains("閉じていません");
    }

    @Test
    void aFileCutOffInTheMiddleOfATownIsBad() throws IOException {
        var file = read(line("1500002", "渋谷（次の", "シブヤ（"));

        assertThat(file.badLines()).extracting(BadLine::number).containsExactly(1L);
    }

    @Test
    void anEmptyFileIsBad() throws IOException {
        assertThat(read().badLines()).extracting(BadLine::reason).containsExactly("ファイルに行がありません。");
    }

    @Test
    void theOldShiftJisFileIsNotTakenForUtf8() throws IOException {
        var path = write(Charset.forName("windows-31j"), line("1500001", "神宮前", "ジングウマエ"));

        var badLines = KenAllFile.read(path, _ -> {}).badLines();

        assertThat(badLines)
                .singleElement()
                .extracting(BadLine::reason)
                .asString()
                .contains("UTF-8");
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        var badLines = KenAllFile.read(folder.resolve("none.csv"), _ -> {}).badLines();

        assertThat(badLines)
                .singleElement()
                .extracting(BadLine::reason)
                .asString()
                .startsWith("ファイルを読めません");
    }

    @Test
    void tellsHowFarItHasCome() throws IOException {
        List<String> progress = new ArrayList<>();
        var lines =
                Collections.nCopies(40_000, line("1500001", "神宮前", "ジングウマエ"))
                        .toArray(String[]::new);

        var file = KenAllFile.read(write(StandardCharsets.UTF_8, lines), progress::add);

        assertThat(file.rows()).hasSize(40_000);
        assertThat(progress).containsExactly("20,000行を読みました。", "40,000行を読みました。");
    }

    private KenAllFile read(String... lines) throws IOException {
        return KenAllFile.read(write(StandardCharsets.UTF_8, lines), _ -> {});
    }

    private Path write(Charset charset, String... lines) throws IOException {
        return Files.write(folder.resolve("utf_ken_all.csv"), List.of(lines), charset);
    }

    private static String line(String code, String town, String reading) {
        return "13113,150  ,%s,トウキョウト,シブヤク,%s,東京都,渋谷区,%s,0,0,1,0,0,0"
                .formatted(code, reading, town);
    }
}
