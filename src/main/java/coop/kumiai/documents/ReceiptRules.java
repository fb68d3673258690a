package coop.kumiai.documents;

import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.orders.ReceiptTerms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When a delivery note is exchanged for a receipt (N-RCPT-2), pure. */
final class ReceiptRules {
    private ReceiptRules() {}

    /**
     * Every reason against it.
     *
     * @param givenBack whether the note on paper was taken back
     * @param receipt the number of a receipt that is there already
     */
    static List<DocumentRefusal> exchange(
            ReceiptTerms terms,
            String addressee,
            boolean givenBack,
            String orderNumber,
            boolean paid,
            Optional<String> receipt) {
        Optional<DocumentRefusal> second = receipt.map(DocumentRefusal.HasReceipt::new);
        return Stream.of(
                        second,
                        when(!paid, new DocumentRefusal.NotPaid(orderNumber)),
                        addressee(terms, addressee),
                        when(!givenBack, new DocumentRefusal.NoteNotGivenBack()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<DocumentRefusal> addressee(ReceiptTerms terms, String addressee) {
        var length = JapaneseText.length(addressee);
        if (length == 0) {
            return Optional.of(new DocumentRefusal.NoAddressee());
        }
        return when(
                length > terms.mostCharacters(),
                new DocumentRefusal.AddresseeTooLong(terms.mostCharacters(), length));
    }

    private static Optional<DocumentRefusal> when(boolean so, DocumentRefusal refusal) {
        return so ? Optional.of(refusal) : Optional.empty();
    }
}
