package coop.kumiai.notifications;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.orders.SlotOffered;
import coop.kumiai.policies.Coops;
import coop.kumiai.stores.Slots;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import java.util.Map;

/** Tells whoever waited for a full slot that a place is held for them (X-SLOT-2). */
@Component
class SlotOfferLetters {
    private final Slots slots;
    private final Coops coops;
    private final Recipients recipients;
    private final Writing writing;
    private final PostOffice post;

    SlotOfferLetters(
            Slots slots, Coops coops, Recipients recipients, Writing writing, PostOffice post) {
        this.slots = slots;
        this.coops = coops;
        this.recipients = recipients;
        this.writing = writing;
        this.post = post;
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(SlotOffered offered) {
        recipients
                .member(offered.coop(), offered.memberId())
                .ifPresent(
                        to ->
                                post.send(
                                        offered.coop(),
                                        new Letter(
                                                "slot-offered." + offered.waitId(),
                                                to.email(),
                                                "お待ちの便に空きが出ました",
                                                text(offered, to))));
    }

    private String text(SlotOffered offered, Recipient to) {
        var coop = offered.coop();
        return writing.text(
                "slot-offered",
                Map.of(
                        "frame",
                        LetterFrame.of(coops.get(coop.code()), writing),
                        "name",
                        to.name(),
                        "slot",
                        slots.get(coop, offered.slot()).label(),
                        "until",
                        JapaneseDates.moment(offered.until()),
                        "link",
                        writing.link(coop, "slots")));
    }
}
