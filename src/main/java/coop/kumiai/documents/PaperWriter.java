package coop.kumiai.documents;

import coop.kumiai.orders.OrderPicked;
import coop.kumiai.payments.PaymentReceived;
import coop.kumiai.payments.Payments;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Makes papers after what they are about has happened. Announced again after a crash, it finds what
 * is there.
 */
@Component
class PaperWriter {
    private final Documents documents;

    PaperWriter(Documents documents) {
        this.documents = documents;
    }

    @Async(DocumentsConfiguration.PAPER_WRITERS)
    @TransactionalEventListener
    void on(OrderPicked picked) {
        documents.write(picked.coop(), picked.id());
    }

    @Async(DocumentsConfiguration.PAPER_WRITERS)
    @TransactionalEventListener
    void on(PaymentReceived received) {
        Payments.orderOf(received.ref())
                .ifPresent(order -> documents.write(received.coop(), order));
    }
}
