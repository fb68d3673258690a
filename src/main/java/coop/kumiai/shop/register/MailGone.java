package coop.kumiai.shop.register;

import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.function.Supplier;

/** The page of a mailed link that leads on no more: why, and both ways out. */
@Component
class MailGone {
    private final Pages pages;

    MailGone(Pages pages) {
        this.pages = pages;
    }

    View unless(Visit visit, Supplier<View> page) {
        try {
            return page.get();
        } catch (Refused refused) {
            return page(visit, refused.refusals().getFirst().sentence());
        } catch (NotFound completed) {
            return page(visit, "この登録のお手続きは、もう済んでいます。ログインしてお使いください。");
        }
    }

    private View page(Visit visit, String sentence) {
        return pages.page(
                visit,
                "このメールでは進めません",
                "shop/register/gone.jte",
                Map.of("sentence", sentence),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
