package coop.kumiai.documents;

import static coop.kumiai.documents.PaperSamples.REDUCED;
import static coop.kumiai.documents.PaperSamples.STANDARD;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.Yen;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.web.Papers;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Papers with all that can stand on them, as they come out of the printer. */
@KumiaiTest
class PaperPrintTests {
    @Autowired Papers papers;

    @Test
    @DisplayName("量り売り、値引き、税込と税抜のまざった納品書")
    void aNoteOfEverything() throws IOException {
        var lines =
                List.of(
                        weighed(1),
                        line(
                                2,
                                "特別栽培米こしひかり（新潟県魚沼産・令和八年産）",
                                "5kg",
                                1,
                                PriceMode.EXCLUDED,
                                2480,
                                REDUCED),
                        line(3, "洗濯せっけん 詰替用", "1袋", 2, PriceMode.INCLUDED, 328, STANDARD));
        var note =
                PaperSamples.note(
                        lines,
                        List.of(
                                Adjustment.ofGoods("はじめてのクーポン", Yen.of(300)),
                                Adjustment.ofLines("せっけん 100円引き", Yen.of(1000), List.of(3))));
        var text = text(note, "everything", 1);
        assertThat(text)
                .contains("313g × 100gあたり 158円", "494 税抜", "656 税込")
                .contains("はじめてのクーポン", "10%対象 50円、8%※対象 250円", "−300")
                .contains("せっけん 100円引き", "−606");
        assertThat(note.totals().rates())
                .containsExactly(
                        new RateSum(STANDARD, Yen.of(220), Yen.of(20)),
                        new RateSum(REDUCED, Yen.of(2961), Yen.of(219)));
    }

    @Test
    @DisplayName("長い納品書は、見出しをくり返して次のページに続く")
    void aLongNoteGoesOnOverleaf() throws IOException {
        var lines = new ArrayList<PaperLine>();
        for (int number = 1; number <= 60; number++) {
            lines.add(line(number, "商品その" + number, "1個", 1, PriceMode.EXCLUDED, 98, REDUCED));
        }
        var text = text(PaperSamples.note(lines, List.of()), "long", 3);
        assertThat(text).contains("商品その60", "3 / 3");
        assertThat(text.split("金額（税抜）", -1)).as("the head is on every page").hasSizeGreaterThan(3);
    }

    private String text(PaperContent content, String name, int pages) throws IOException {
        var paper =
                new Paper(
                        1,
                        PaperKind.DELIVERY_NOTE,
                        "N-2026-000123",
                        new UUID(0, 1),
                        new UUID(0, 2),
                        Instant.parse("2026-11-20T02:00:00Z"),
                        content.addressee(),
                        LocalDate.of(2034, 5, 20),
                        content,
                        Optional.empty());
        var bytes = papers.bytes("documents/paper.jte", Map.of("paper", paper));
        Files.write(Path.of("target", "paper-" + name + ".pdf"), bytes);
        try (var pdf = Loader.loadPDF(bytes)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(pages);
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(pdf);
        }
    }

    private static PaperLine weighed(int number) {
        return new PaperLine(
                number,
                "豚バラうすぎり",
                "約300g",
                1,
                PriceMode.EXCLUDED,
                Yen.of(474),
                Yen.of(494),
                REDUCED,
                Optional.of(new PaperLine.Weighing(313, Yen.of(158))));
    }

    private static PaperLine line(
            int number,
            String name,
            String unit,
            int quantity,
            PriceMode mode,
            long yen,
            PaperRate rate) {
        return new PaperLine(
                number,
                name,
                unit,
                quantity,
                mode,
                Yen.of(yen),
                Yen.of(yen).times(quantity),
                rate,
                Optional.empty());
    }
}
