package coop.kumiai.office;

import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.CsvText;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.wallet.MigrationDifference;
import coop.kumiai.wallet.WalletMigrations;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Papers;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** 旧カードからの移行 (U-WAL-6): a file is taken here, booked by itself, and its differences are shown. */
@Controller
@Allow(Who.MANAGER)
@RequestMapping("/{coop}/office/wallets/migrations")
class WalletMigrationsPage {
    private static final int ON_A_PAGE = 24;
    private static final int MOST_LINES = 200;
    private final WalletMigrations migrations;
    private final Papers papers;
    private final Pages pages;

    WalletMigrationsPage(WalletMigrations migrations, Papers papers, Pages pages) {
        this.migrations = migrations;
        this.papers = papers;
        this.pages = pages;
    }

    @GetMapping
    View list(Visit visit) {
        return page(visit, List.of(), FormErrors.NONE);
    }

    @PostMapping
    View take(Visit visit, @RequestParam Optional<MultipartFile> file) throws IOException {
        var sent = file.filter(it -> !it.isEmpty());
        if (sent.isEmpty()) {
            return page(visit, List.of(), FormErrors.of("file", "旧システムのファイルを選んでください。"));
        }
        try {
            return take(visit, sent.get())
                    .map(it -> SeeOther.at(visit.path("office/wallets/migrations/" + it)))
                    .orElseGet(
                            () ->
                                    page(
                                            visit,
                                            List.of(),
                                            FormErrors.of("file", "このファイルのカードは、もうすべて移行しています。")));
        } catch (ImportRefused refused) {
            var sentence = "ファイルに誤りが%,d件あります。なにも取り込んでいません。".formatted(refused.badLines().size());
            return page(visit, refused.badLines(), FormErrors.of("file", sentence));
        }
    }

    @GetMapping("/{migration}")
    View show(Visit visit, @PathVariable UUID migration) {
        var taken = migrations.get(visit.coopId(), migration);
        return pages.page(
                visit,
                "移行の結果",
                "office/wallets/migration.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "taken",
                        taken,
                        "differences",
                        migrations.differences(visit.coopId(), migration, MOST_LINES)));
    }

    /** How far it has come, for the page that asks again and again. */
    @GetMapping("/{migration}/progress")
    View progress(Visit visit, @PathVariable UUID migration) {
        return pages.part(
                visit,
                "office/wallets/progress.jte",
                Map.of("taken", migrations.get(visit.coopId(), migration)));
    }

    /** 差異の一覧. */
    @GetMapping("/{migration}/differences.csv")
    View differences(Visit visit, @PathVariable UUID migration) {
        var taken = migrations.get(visit.coopId(), migration);
        var lines =
                migrations
                        .differences(
                                visit.coopId(),
                                migration,
                                Math.toIntExact(Math.max(1, taken.lines())))
                        .stream()
                        .map(MigrationDifference::cells);
        return papers.csv(
                CsvText.of(Stream.concat(Stream.of(MigrationDifference.COLUMNS), lines).toList()),
                "移行の差異.csv");
    }

    private Optional<UUID> take(Visit visit, MultipartFile sent) throws IOException {
        var copy = Files.createTempFile("wallets", ".csv");
        try {
            sent.transferTo(copy);
            return migrations.take(
                    visit.coopId(),
                    copy,
                    Optional.ofNullable(sent.getOriginalFilename()).orElse(""),
                    Optional.of(visit.account()),
                    told -> {});
        } finally {
            Files.delete(copy);
        }
    }

    private View page(Visit visit, List<BadLine> badLines, FormErrors errors) {
        return pages.form(
                visit,
                "旧カードからの移行",
                "office/wallets/migrations.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "migrations",
                        migrations.latest(visit.coopId(), ON_A_PAGE),
                        "badLines",
                        badLines.stream().limit(MOST_LINES).toList(),
                        "more",
                        Math.max(0, badLines.size() - MOST_LINES)),
                errors);
    }
}
