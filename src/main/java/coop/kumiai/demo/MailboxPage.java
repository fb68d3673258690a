package coop.kumiai.demo;

import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Who;

import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;

/** Every mail that the demo has sent, for people and for scripts. */
@Controller
@Profile("demo")
@Allow(Who.VISITOR)
class MailboxPage {
    private final Mailbox mailbox;
    private final Pages pages;

    MailboxPage(Mailbox mailbox, Pages pages) {
        this.mailbox = mailbox;
        this.pages = pages;
    }

    @GetMapping("/demo/mailbox")
    View show(@RequestParam(defaultValue = "") String to) {
        return pages.part("demo/mailbox.jte", Map.of("mails", mails(to), "to", to));
    }

    @GetMapping("/demo/mailbox.json")
    ResponseEntity<List<Mail>> list(@RequestParam(defaultValue = "") String to) {
        return ResponseEntity.ok(mails(to));
    }

    private List<Mail> mails(String to) {
        return to.isBlank() ? mailbox.mails() : mailbox.mailsTo(to.strip());
    }
}
