package coop.kumiai.charging;

import coop.kumiai.charging.OnlineCharge.State;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Members;
import coop.kumiai.payments.Authorisation;
import coop.kumiai.payments.CardChoice;
import coop.kumiai.payments.CardPayments;
import coop.kumiai.payments.Payment;
import coop.kumiai.payments.PaymentRefusal;
import coop.kumiai.payments.PaymentRefusal.OfCard;
import coop.kumiai.payments.Payments;
import coop.kumiai.payments.StoreChain;
import coop.kumiai.payments.StorePayer;
import coop.kumiai.payments.StorePayment;
import coop.kumiai.payments.StorePaymentNoticed;
import coop.kumiai.payments.StorePayments;
import coop.kumiai.wallet.Channel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * チャージ on My Page (U-WAL-2). The wallet counts a charge from its beginning; it holds the money only
 * once an inquiry at the processor has found it, whatever browsers and notices say.
 */
@Service
public class Charging {
    private static final Logger LOG = LoggerFactory.getLogger(Charging.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    /** Money comes to a store after days, and a notice tells of it. */
    private static final Duration LOOK_FOR_MONEY_EVERY = Duration.ofHours(1);

    private static final int AT_ONCE = 50;
    private static final String NOTHING_TAKEN = "代金はいただいていません。別のカードか、ほかの方法でチャージしてください。";

    private final ChargeSteps steps;
    private final ChargeStore store;
    private final CardPayments cards;
    private final StorePayments numbers;
    private final Payments payments;
    private final Members members;
    private final Clock clock;

    Charging(
            ChargeSteps steps,
            ChargeStore store,
            CardPayments cards,
            StorePayments numbers,
            Payments payments,
            Members members,
            Clock clock) {
        this.steps = steps;
        this.store = store;
        this.cards = cards;
        this.numbers = numbers;
        this.payments = payments;
        this.members = members;
        this.clock = clock;
    }

    /**
     * Charges by card; under a key that was used it tells what became of the first.
     *
     * @param key of the form that the member pressed
     * @param back where the browser comes back to from the card company, by the charge's id
     * @throws Refused when the wallet may not receive so much, or the card cannot be asked
     */
    public OnlineCharge byCard(
            CoopId coop,
            UUID memberId,
            String key,
            Yen amount,
            CardChoice card,
            Function<UUID, URI> back) {
        return once(
                coop,
                memberId,
                key,
                () -> {
                    var begun = steps.beginByCard(coop, memberId, key, amount, card);
                    var page = back.apply(begun.chargeId());
                    return after(coop, begun, cards.authorise(coop, begun.ref(), card, page));
                });
    }

    /**
     * Asks for a number to pay with at a convenience store; under a key that was used it tells what
     * became of the first.
     *
     * @throws Refused when the wallet may not receive so much
     */
    public OnlineCharge atStore(
            CoopId coop, UUID memberId, String key, Yen amount, StoreChain chain) {
        return once(
                coop,
                memberId,
                key,
                () -> {
                    var begun = steps.beginAtStore(coop, memberId, key, amount, chain);
                    var payer = payer(coop, memberId);
                    return after(coop, begun, numbers.issue(coop, begun.ref(), payer));
                });
    }

    /**
     * How it stands, without asking anybody.
     *
     * @throws NotFound when it is not the member's
     */
    public OnlineCharge find(CoopId coop, UUID memberId, UUID chargeId) {
        return store.find(coop, chargeId)
                .filter(it -> it.memberId().equals(memberId))
                .orElseThrow(() -> new NotFound("charge"));
    }

    /** Finds out how it stands: the member has come back, or wants to know. */
    public OnlineCharge settle(CoopId coop, UUID memberId, UUID chargeId) {
        return settle(coop, find(coop, memberId, chargeId));
    }

    /** What is under way of a member, the latest first. */
    public List<OnlineCharge> open(CoopId coop, UUID memberId) {
        return store.openOf(coop, memberId);
    }

    /** The number that is to be paid, of a charge at a convenience store. */
    public StorePayment number(CoopId coop, OnlineCharge charge) {
        return numbers.get(coop, charge.ref());
    }

    /** Where the browser has to prove who it is, while the card company wants that. */
    public Optional<URI> proof(CoopId coop, OnlineCharge charge) {
        return charge.channel() == Channel.CARD
                        && charge.state() == State.BEGUN
                        && cards.known(coop, charge.ref()) instanceof Authorisation.Challenge it
                ? Optional.of(it.page())
                : Optional.empty();
    }

    /**
     * The member does not want to charge by this card any more.
     *
     * @throws Refused when the card has granted it; or it is a number, which lapses by itself
     */
    public OnlineCharge putOff(CoopId coop, UUID memberId, UUID chargeId) {
        var now = settle(coop, memberId, chargeId);
        if (now.channel() != Channel.CARD || now.state() != State.BEGUN) {
            throw Refused.because(new ChargingRefusal.TooLateToStop());
        }
        steps.drop(coop, chargeId, "チャージを取りやめました。代金はいただいていません。");
        return find(coop, memberId, chargeId);
    }

    /** Somebody says that money came: it is asked after soon. */
    @EventListener
    void on(StorePaymentNoticed notice) {
        OnlineCharge.of(notice.ref())
                .ifPresent(it -> store.hint(notice.coop(), it, clock.instant()));
    }

    /** Looks after charges whose members may never come back. */
    void settleDue() {
        store.coopsWithDue(clock.instant()).forEach(this::settleDue);
    }

    void settleDue(CoopId coop) {
        var now = clock.instant();
        for (var it : store.claim(coop, now, now.plus(LOOK_EVERY), AT_ONCE)) {
            settleSafely(coop, it);
            if (cards.isSilent(coop)) { // the others are due again soon
                return;
            }
        }
    }

    /** One that cannot be settled does not keep the others waiting; it is due again. */
    private void settleSafely(CoopId coop, UUID chargeId) {
        try {
            store.find(coop, chargeId).ifPresent(it -> settle(coop, it));
        } catch (RuntimeException e) {
            LOG.error("cannot settle charge {} of {}", chargeId, coop, e);
        }
    }

    /**
     * The second of two that were pressed at once finds what the first has begun, also where that
     * has left no room for another one.
     */
    private OnlineCharge once(
            CoopId coop, UUID memberId, String key, Supplier<OnlineCharge> charge) {
        var before = store.ofKey(coop, memberId, key);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return charge.get();
        } catch (DuplicateKeyException | Refused pressedTwice) {
            return store.ofKey(coop, memberId, key).orElseThrow(() -> pressedTwice);
        }
    }

    private StorePayer payer(CoopId coop, UUID memberId) {
        var member = members.get(coop, memberId);
        return new StorePayer(member.name().full(), member.name().fullKana(), member.phone());
    }

    private OnlineCharge settle(CoopId coop, OnlineCharge charge) {
        return switch (charge.state()) {
            case BEGUN ->
                    charge.channel() == Channel.CARD
                            ? after(coop, charge, cards.ask(coop, charge.ref()))
                            : after(coop, charge, numbers.ask(coop, charge.ref()));
            case TAKING -> taken(coop, charge);
            case DONE, OVER, TROUBLE -> charge;
        };
    }

    private OnlineCharge after(CoopId coop, OnlineCharge charge, Authorisation answer) {
        var id = charge.chargeId();
        var isOver = cards.isOver(coop, charge.ref());
        switch (answer) {
            case Authorisation.Granted granted when !isOver -> steps.take(coop, id);
            case Authorisation.Denied denied -> steps.drop(coop, id, words(denied.why()));
            case Authorisation.Granted granted -> steps.drop(coop, id, words(OfCard.NOT_FINISHED));
            case Authorisation.Challenge challenge -> dropWhen(isOver, coop, id);
            case Authorisation.Open open -> dropWhen(isOver, coop, id);
        }
        return find(coop, charge.memberId(), id);
    }

    private void dropWhen(boolean isOver, CoopId coop, UUID chargeId) {
        if (isOver) {
            steps.drop(coop, chargeId, words(OfCard.NOT_FINISHED));
        }
    }

    /** Taken means that an inquiry has found it so. */
    private OnlineCharge taken(CoopId coop, OnlineCharge charge) {
        if (payments.get(coop, charge.ref()).state() == Payment.State.COLLECTED) {
            steps.book(coop, charge.chargeId());
        }
        return find(coop, charge.memberId(), charge.chargeId());
    }

    private OnlineCharge after(CoopId coop, OnlineCharge charge, StorePayment number) {
        var id = charge.chargeId();
        switch (number.state()) {
            case PAID -> steps.book(coop, id);
            case OVER -> steps.drop(coop, id, "お支払いの期限が過ぎました。代金はいただいていません。");
            case REFUSED -> steps.drop(coop, id, "払込番号を発行できませんでした。ほかのコンビニか、ほかの方法でチャージしてください。");
            case WAITING -> store.later(coop, id, clock.instant().plus(LOOK_FOR_MONEY_EVERY));
            case ASKED -> {}
        }
        return find(coop, charge.memberId(), id);
    }

    private static String words(PaymentRefusal why) {
        return why instanceof OfCard card ? card.fact() + NOTHING_TAKEN : why.sentence();
    }
}
