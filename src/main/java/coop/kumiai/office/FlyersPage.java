package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.catalog.FlyerLine;
import coop.kumiai.catalog.FlyerPrice;
import coop.kumiai.catalog.FlyerPrices;
import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.Refused;
import coop.kumiai.stores.Stores;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Option;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.format.annotation.DateTimeFormat;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** チラシ価格 of my store: entered one by one or by a file, taken back before they begin (N-CAT-2). */
@Controller
@NetShop
@Allow(Who.EDITOR)
@RequestMapping("/{coop}/office/flyers")
class FlyersPage {
    private final FlyerPrices flyers;
    private final Stores stores;
    private final Pages pages;
    private final Clock clock;

    FlyersPage(FlyerPrices flyers, Stores stores, Pages pages, Clock clock) {
        this.flyers = flyers;
        this.stores = stores;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    View show(Visit visit) {
        return page(visit, Map.of(), "", List.of(), FormErrors.NONE);
    }

    @PostMapping
    View enter(Visit visit, @RequestParam Map<String, String> typed) {
        try {
            var line = FlyerLine.read(column -> typed.getOrDefault(column, "").strip());
            var entered = flyers.enter(visit.coopId(), visit.account(), storeId(visit), line);
            return done(visit, words(entered) + "を入れました。");
        } catch (Refused refused) {
            return page(visit, typed, "", List.of(), FormErrors.of(refused.refusals()));
        }
    }

    @PostMapping("/file")
    View take(Visit visit, @RequestParam Optional<MultipartFile> file) throws IOException {
        var sent = file.filter(it -> !it.isEmpty());
        if (sent.isEmpty()) {
            var errors = FormErrors.of("file", "チラシ価格のファイルを選んでください。");
            return page(visit, Map.of(), "", List.of(), errors);
        }
        var kept = Files.createTempFile("flyer", ".csv");
        try {
            sent.get().transferTo(kept);
            var count = flyers.take(visit.coopId(), visit.account(), storeId(visit), kept);
            return done(visit, "チラシ価格を%,d件入れました。".formatted(count));
        } catch (ImportRefused refused) {
            var bad = refused.badLines();
            var sentence = "ファイルに誤りが%,d件あります。なにも入れていません。".formatted(bad.size());
            return page(visit, Map.of(), "", bad, FormErrors.of("file", sentence));
        } finally {
            Files.delete(kept);
        }
    }

    @PostMapping("/{jan}/{from}/take-back")
    View takeBack(
            Visit visit,
            @PathVariable String jan,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from) {
        var product = Jan.read(jan).orElseThrow(() -> new NotFound("product"));
        try {
            var taken =
                    flyers.takeBack(visit.coopId(), visit.account(), storeId(visit), product, from);
            return done(visit, words(taken) + "を取りやめました。");
        } catch (Refused refused) {
            return page(visit, Map.of(), "", List.of(), FormErrors.ofWhole(refused.refusals()));
        }
    }

    private static String words(FlyerPrice flyer) {
        return "%s %s（%s）".formatted(flyer.product().name(), flyer.priceWords(), flyer.days());
    }

    private static String storeId(Visit visit) {
        return Workplace.as(StaffRole.Kind.EDITOR, visit).storeId();
    }

    private View done(Visit visit, String sentence) {
        return page(visit, Map.of(), sentence, List.of(), FormErrors.NONE);
    }

    private View page(
            Visit visit,
            Map<String, String> typed,
            String sentence,
            List<BadLine> badLines,
            FormErrors errors) {
        var store = stores.get(visit.coopId(), storeId(visit));
        return pages.form(
                visit,
                "チラシ価格",
                "office/flyers.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "store",
                        store.name(),
                        "notOver",
                        flyers.notOver(visit.coopId(), store.id()),
                        "over",
                        flyers.over(visit.coopId(), store.id()),
                        "today",
                        LocalDate.now(clock),
                        "fields",
                        fields(typed, errors),
                        "badLines",
                        badLines,
                        "sentence",
                        sentence),
                errors);
    }

    private List<Field> fields(Map<String, String> typed, FormErrors errors) {
        var tomorrow = LocalDate.now(clock).plusDays(1).toString();
        return List.of(
                Field.digits("jan", "商品コード（JAN）")
                        .hint("13桁の番号。")
                        .value(typed.get("jan"))
                        .errors(errors),
                Field.select(
                                "price_mode",
                                "価格の種類",
                                List.of(
                                        Option.of(PriceMode.INCLUDED.code(), "税込"),
                                        Option.of(PriceMode.EXCLUDED.code(), "税抜")))
                        .value(typed.getOrDefault("price_mode", PriceMode.INCLUDED.code())),
                Field.digits("price_yen", "価格（円）")
                        .hint("グラム売りの商品は、100gの価格。")
                        .value(typed.get("price_yen"))
                        .errors(errors),
                Field.of(Field.Kind.DATE, "valid_from", "はじめの日")
                        .value(typed.getOrDefault("valid_from", tomorrow))
                        .errors(errors),
                Field.of(Field.Kind.DATE, "valid_to", "終わりの日")
                        .value(typed.getOrDefault("valid_to", tomorrow))
                        .errors(errors));
    }
}
