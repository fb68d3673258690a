package coop.kumiai.office;

import coop.kumiai.billing.PaymentFiles;
import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.kernel.Refused;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 入金データ at the desk: files of banks are taken here; a bad one says all that is wrong with it. */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/billing/files")
class PaymentFilesPage {
    private static final int ON_A_PAGE = 24;
    private static final int MOST_BAD_LINES = 200;
    private final PaymentFiles files;
    private final Pages pages;

    PaymentFilesPage(PaymentFiles files, Pages pages) {
        this.files = files;
        this.pages = pages;
    }

    @GetMapping
    View show(Visit visit) {
        return page(visit, List.of(), FormErrors.NONE);
    }

    @PostMapping
    View take(Visit visit, @RequestParam Optional<MultipartFile> file) throws IOException {
        var sent = file.filter(it -> !it.isEmpty());
        if (sent.isEmpty()) {
            return page(visit, List.of(), FormErrors.of("file", "銀行から受け取ったファイルを選んでください。"));
        }
        try {
            var name = Optional.ofNullable(sent.get().getOriginalFilename()).orElse("");
            files.take(visit.coopId(), name, sent.get().getBytes(), visit.account());
            return SeeOther.at(visit.path("office/billing/files"));
        } catch (ImportRefused refused) {
            var sentence = "ファイルに誤りが%,d件あります。なにも取り込んでいません。".formatted(refused.badLines().size());
            return page(visit, refused.badLines(), FormErrors.of("file", sentence));
        } catch (Refused refused) {
            return page(visit, List.of(), FormErrors.of(refused.refusals()));
        }
    }

    private View page(Visit visit, List<BadLine> badLines, FormErrors errors) {
        return pages.form(
                visit,
                "入金データ",
                "office/billing/files.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "files",
                        files.latest(visit.coopId(), ON_A_PAGE),
                        "badLines",
                        badLines.stream().limit(MOST_BAD_LINES).toList(),
                        "more",
                        Math.max(0, badLines.size() - MOST_BAD_LINES)),
                errors);
    }
}
