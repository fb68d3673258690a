package coop.kumiai.payments;

import static org.awaitility.Awaitility.await;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Looks at what stands at the processor, and lets the job look as often as it needs. */
public final class CardWatch {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration STEP = Duration.ofMinutes(1);
    private final CoopId coop;
    private final DSLContext sql;
    private final CardSteps steps;
    private final CardPaymentStore store;
    private final CardPayments cards;
    private final BusinessClock clock;

    public CardWatch(CoopId coop, ApplicationContext context) {
        this.coop = coop;
        this.sql = context.getBean(DSLContext.class);
        this.steps = context.getBean(CardSteps.class);
        this.store = context.getBean(CardPaymentStore.class);
        this.cards = context.getBean(CardPayments.class);
        this.clock = context.getBean(BusinessClock.class);
    }

    /** How many calls of a path went out. */
    public int calls(String path) {
        return count(
                "select count(*) from payments.gateway_call where coop_id = ? and path = ?",
                coop.code(),
                path);
    }

    /** Under how many keys calls of a path went out: a call that is asked again has its first. */
    public int keys(String path) {
        return count(
                "select count(distinct idempotency_key) from payments.gateway_call where coop_id ="
                        + " ? and path = ?",
                coop.code(),
                path);
    }

    /** What is put by for an order. */
    public Yen authorised(UUID order) {
        return cards.known(coop, Payments.order(order)) instanceof Authorisation.Granted
                ? Yen.of(
                        count(
                                "select authorised_yen from payments.card_payment where coop_id = ?"
                                        + " and payable_ref = ?",
                                coop.code(),
                                Payments.order(order)))
                : Yen.ZERO;
    }

    /** Somebody outside says that something happened. */
    public void notice(UUID order) {
        cards.noticed(coop, text("gateway_order", order));
    }

    /** Whether a look may still change anything after another one has claimed the same. */
    public boolean mayGoOnWhenOvertaken() {
        var now = clock.instant();
        var first = store.claim(coop, false, now, now.plus(STEP)).orElseThrow();
        var later = now.plus(STEP);
        var second = store.claim(coop, false, later, later.plus(STEP)).orElseThrow();
        if (!store.stillClaimed(coop, second, later.plus(STEP))) {
            throw new AssertionError("the second has not claimed it");
        }
        return store.stillClaimed(coop, first, later);
    }

    /** Lets the job look once at everything. */
    public void look() {
        steps.run();
    }

    /** One run of the job that captures, changes and lets go. */
    public void run() {
        steps.run(coop);
    }

    /** Until the processor has it so; time goes on meanwhile. */
    public void untilState(UUID order, String state) {
        until(() -> steps.run(coop), () -> text("state", order).equals(state));
    }

    /** Until people have to look at it. */
    public void untilTrouble(UUID order, String trouble) {
        until(() -> steps.run(coop), () -> text("trouble", order).equals(trouble));
    }

    /** Does something again, with time in between on the business clock, until it has worked. */
    public void until(Runnable again, BooleanSupplier isSo) {
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            again.run();
                            var done = isSo.getAsBoolean();
                            if (!done) {
                                clock.forward(STEP);
                            }
                            return done;
                        });
    }

    private String text(String column, UUID order) {
        return String.valueOf(
                sql.fetchValue(
                        "select "
                                + column
                                + " from payments.card_payment where coop_id = ? and"
                                + " payable_ref = ?",
                        coop.code(),
                        Payments.order(order)));
    }

    private int count(String query, Object... values) {
        return sql.fetchSingle(query, values).get(0, int.class);
    }
}
