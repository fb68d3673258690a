package coop.kumiai.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

@KumiaiTest
class PaymentsTests {
    private static final UUID DRIVER = new UUID(0, 9);
    private static final String REF = Payments.order(new UUID(0, 1));

    @Autowired Payments payments;
    @Autowired TestCoops coops;
    @Autowired TransactionTemplate transaction;
    CoopId coop;

    @BeforeEach
    void somethingIsDue() {
        coop = coops.fresh();
        transaction.executeWithoutResult(
                status -> payments.due(coop, REF, PaymentMethod.CASH_ON_DELIVERY, Yen.of(2380)));
    }

    @Test
    @Rule({"N-PAY-1", "N-PAY-2"})
    @DisplayName("代金引換は、ちょうどの金額を一度だけ受け取る")
    void theDriverTakesExactlyWhatIsDueOnce() {
        assertThatThrownBy(() -> payments.collect(coop, REF, Yen.of(2379), DRIVER))
                .isInstanceOf(Refused.class)
                .hasMessage("payments/amount-differs");
        payments.collect(coop, REF, Yen.of(2380), DRIVER);
        assertThat(payments.get(coop, REF).state()).isEqualTo(Payment.State.COLLECTED);
        assertThatThrownBy(() -> payments.collect(coop, REF, Yen.of(2380), DRIVER))
                .hasMessage("payments/nothing-due");
    }

    @Test
    void ofTwoWhoCollectAtOnceOneDoes() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var tries = Stream.generate(() -> (Callable<Boolean>) this::collects).limit(4).toList();
            long taken = 0;
            for (var answer : threads.invokeAll(tries)) {
                taken += answer.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
    }

    @Test
    void whatIsVoidOrCollectedChangesNoMore() {
        within(() -> payments.change(coop, REF, Yen.of(1220)));
        assertThat(payments.get(coop, REF).amount()).isEqualTo(Yen.of(1220));
        within(() -> payments.cancel(coop, REF));
        assertThat(payments.of(coop, List.of(REF, "order:none")))
                .containsOnlyKeys(REF)
                .hasEntrySatisfying(
                        REF, it -> assertThat(it.state()).isEqualTo(Payment.State.VOID));
        assertThatThrownBy(() -> within(() -> payments.change(coop, REF, Yen.of(1))))
                .hasMessage("payments/nothing-due");
        assertThatThrownBy(() -> within(() -> payments.cancel(coop, REF)))
                .hasMessage("payments/nothing-due");
    }

    @Test
    void anotherCoopsPaymentIsNotThere() {
        var other = coops.fresh();
        assertThatThrownBy(() -> payments.collect(other, REF, Yen.of(2380), DRIVER))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bank_debit", "voucher", "gift_certificate", "points"})
    @Rule("N-PAY-1")
    @DisplayName("口座引き落とし、商品券、ギフト券、お店のポイントは使えない")
    void nothingElseIsTaken(String code) {
        assertThatThrownBy(() -> PaymentMethod.require(code))
                .hasMessage("payments/method-not-offered");
    }

    private boolean collects() {
        try {
            payments.collect(coop, REF, Yen.of(2380), DRIVER);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private void within(Runnable doing) {
        transaction.executeWithoutResult(status -> doing.run());
    }
}
