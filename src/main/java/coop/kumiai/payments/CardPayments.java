package coop.kumiai.payments;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.CardPayment.State;
import coop.kumiai.payments.CardPayment.Wish;
import coop.kumiai.payments.PaymentRefusal.OfCard;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.math.BigInteger;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Paying by card (N-PAY-3, N-PAY-4): hold, in a transaction of the caller; authorise, with no
 * transaction open; confirm or release, in the next transaction of the caller. What the processor
 * never answered is found out by inquiry.
 */
@Service
public class CardPayments {
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final int RADIX = 36;
    private final CardPaymentStore store;
    private final PaymentStore payments;
    private final KeptCards kept;
    private final Processor processor;
    private final Policies policies;
    private final Clock clock;

    CardPayments(
            CardPaymentStore store,
            PaymentStore payments,
            KeptCards kept,
            Processor processor,
            Policies policies,
            Clock clock) {
        this.store = store;
        this.payments = payments;
        this.kept = kept;
        this.processor = processor;
        this.policies = policies;
        this.clock = clock;
    }

    /** Why this card cannot be asked at all, if so. */
    public Optional<PaymentRefusal> refusal(CoopId coop, UUID memberId, CardChoice choice) {
        return switch (choice) {
            case CardChoice.Typed typed -> {
                var valid = policies.today(coop, CardTerms.class).tokenValid();
                yield clock.instant().isBefore(typed.typedAt().plus(valid))
                        ? Optional.empty()
                        : Optional.of(new PaymentRefusal.CardTypedTooLongAgo(valid));
            }
            case CardChoice.Kept card ->
                    kept.usable(coop, memberId).stream()
                                    .anyMatch(it -> it.cardId().equals(card.cardId()))
                            ? Optional.empty()
                            : Optional.of(new PaymentRefusal.KeptCardIsGone());
        };
    }

    /**
     * Writes down that a card will be asked.
     *
     * @param ceiling what is authorised, at least the amount
     * @param latest when it is too late for it to stand, such as the cutoff
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(
            CoopId coop,
            String ref,
            UUID memberId,
            Yen amount,
            Yen ceiling,
            CardChoice choice,
            Instant latest) {
        var now = clock.instant();
        var full = now.plus(policies.today(coop, CardTerms.class).heldFor());
        var until = full.isBefore(latest) ? full : latest;
        store.insert(
                coop,
                new CardPayment(
                        ref,
                        memberId,
                        gatewayOrder(),
                        "",
                        State.ASKED,
                        Wish.HOLD,
                        amount,
                        ceiling,
                        Yen.ZERO,
                        Yen.ZERO,
                        SeenCard.NONE,
                        choice instanceof CardChoice.Typed typed && typed.keep(),
                        "",
                        "",
                        now,
                        until,
                        0),
                now.plus(LOOK_EVERY));
    }

    /**
     * Asks the card for the ceiling; call it once for what was held, with no transaction open. What
     * was put off meanwhile is not asked for.
     *
     * @param back where the browser comes back to from the card company
     */
    public Authorisation authorise(CoopId coop, String ref, CardChoice choice, URI back) {
        var card = get(coop, ref);
        if (card.wish() != Wish.HOLD) {
            return known(card);
        }
        var answer =
                switch (choice) {
                    case CardChoice.Typed typed ->
                            processor.charge(coop, card, typed.token(), back);
                    case CardChoice.Kept it ->
                            processor.chargeKept(
                                    coop,
                                    card,
                                    kept.get(coop, card.memberId(), it.cardId()).gatewayCard(),
                                    back);
                };
        return switch (answer) {
            case ProcessorAnswer.Told told -> take(coop, card, told.order());
            case ProcessorAnswer.Problem problem ->
                    deny(coop, card, ProcessorProblems.meaning(problem.code()));
            case ProcessorAnswer.Unknown unknown -> inquire(coop, card, true);
        };
    }

    /** Finds out by inquiry what became of it; call it with no transaction open. */
    public Authorisation ask(CoopId coop, String ref) {
        var card = get(coop, ref);
        var isLongAgo = !clock.instant().isBefore(card.begunAt().plus(LOOK_EVERY));
        return card.isOpen() ? inquire(coop, card, isLongAgo) : known(card);
    }

    /**
     * @param wasCalled whether the call that asks the card is over; else it may just be on its way
     */
    private Authorisation inquire(CoopId coop, CardPayment card, boolean wasCalled) {
        return switch (processor.inquire(coop, card)) {
            case ProcessorAnswer.Told told -> take(coop, card, told.order());
            case ProcessorAnswer.Problem problem when problem.isAbsent() && wasCalled ->
                    deny(coop, card, OfCard.NO_ANSWER);
            case ProcessorAnswer.Problem problem -> new Authorisation.Open();
            case ProcessorAnswer.Unknown unknown -> new Authorisation.Open();
        };
    }

    /** What is known without asking. */
    public Authorisation known(CoopId coop, String ref) {
        return known(get(coop, ref));
    }

    /** Whether the time for which an order waits for its member is over. */
    public boolean isOver(CoopId coop, String ref) {
        return !clock.instant().isBefore(get(coop, ref).heldUntil());
    }

    /** The thing stands: what is owed is put by at the card. Once, after it was granted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(CoopId coop, String ref) {
        var card =
                store.stand(coop, ref, clock.instant())
                        .orElseThrow(() -> new IllegalStateException(ref + " is not authorised"));
        payments.insert(
                coop, new Payment(ref, PaymentMethod.CARD, card.amount(), Payment.State.DUE));
    }

    /** The thing does not come to be: whatever was authorised is let go. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(CoopId coop, String ref, OfCard why) {
        if (!letGoNow(coop, get(coop, ref), why)) {
            throw new IllegalStateException(ref + " is released already");
        }
    }

    private boolean letGoNow(CoopId coop, CardPayment card, OfCard why) {
        var due = card.state() == State.REFUSED ? card.heldUntil() : clock.instant();
        return store.release(coop, card.ref(), why.code(), due);
    }

    /**
     * What a card has granted under another name is what pays from now on (N-ORD-6). A card that
     * was let go before, of the same thing, keeps to itself what is left to do.
     *
     * @throws Refused when it is not granted, or was let go meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void adopt(CoopId coop, String granted, String ref) {
        store.setAside(coop, ref);
        if (store.stand(coop, granted, clock.instant()).isEmpty()) {
            throw Refused.because(OfCard.NOT_FINISHED);
        }
        store.rename(coop, granted, ref);
    }

    /** Lets go of what was held and did not come to pay for anything; once. */
    @Transactional
    public void letGo(CoopId coop, String ref, OfCard why) {
        store.find(coop, ref)
                .filter(it -> it.wish() == Wish.HOLD)
                .ifPresent(it -> letGoNow(coop, it, why));
    }

    /**
     * Has the card grant more than it did; call it with no transaction open. It counts as a look of
     * the job: none that began before writes over what it finds.
     *
     * @throws Refused when the card does not grant it; what it granted before stays
     */
    public void raise(CoopId coop, String ref, Yen ceiling) {
        var granted = get(coop, ref).authorised();
        if (!ceiling.isMoreThan(granted)) {
            return;
        }
        var card =
                store.claimStanding(coop, ref, clock.instant().plus(LOOK_EVERY))
                        .orElseThrow(() -> notRaised(granted, ceiling));
        var stands = raised(coop, card, ceiling);
        if (ceiling.isMoreThan(stands)) {
            throw notRaised(stands, ceiling);
        }
        if (!store.raised(coop, card, stands)) {
            throw Refused.because(new PaymentRefusal.CardIsSilent());
        }
    }

    /** What stands after the card was asked for more; whatever is no grant is looked at again. */
    private Yen raised(CoopId coop, CardPayment card, Yen ceiling) {
        var answer = processor.change(coop, card, CardRules.Doing.CHANGE, ceiling);
        var isGranted =
                answer instanceof ProcessorAnswer.Told told
                        && !ceiling.isMoreThan(authorised(told.order()));
        return switch (isGranted ? answer : processor.inquire(coop, card)) {
            case ProcessorAnswer.Told told -> authorised(told.order());
            case ProcessorAnswer.Problem problem -> Yen.ZERO;
            case ProcessorAnswer.Unknown unknown ->
                    throw Refused.because(new PaymentRefusal.CardIsSilent());
        };
    }

    private static Yen authorised(ProcessorOrder order) {
        return order.status() == ProcessorOrder.Status.AUTH ? order.amount() : Yen.ZERO;
    }

    /**
     * @throws Refused when the amount is above what the card has granted
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireGranted(CoopId coop, String ref, Yen amount) {
        var granted = get(coop, ref).authorised();
        if (amount.isMoreThan(granted)) {
            throw notRaised(granted, amount);
        }
    }

    private static Refused notRaised(Yen granted, Yen asked) {
        return Refused.because(new PaymentRefusal.CardNotRaised(granted, asked));
    }

    /** The co-ops in which something is to be found out. */
    public List<CoopId> coopsWithDue() {
        return store.coopsWithDue(clock.instant());
    }

    /** Takes a held thing whose card is to be asked after, for one look. */
    @Transactional
    public Optional<String> claimHeld(CoopId coop) {
        var now = clock.instant();
        return store.claim(coop, true, now, now.plus(LOOK_EVERY)).map(CardPayment::ref);
    }

    /** Whether the processor says nothing at all: whoever has more to ask comes back later. */
    public boolean isSilent(CoopId coop) {
        return processor.isSilent(coop);
    }

    /** A notice from outside (結果通知): only a hint to look, whatever it says. */
    @Transactional
    public void noticed(CoopId coop, String gatewayOrder) {
        store.hint(coop, gatewayOrder, clock.instant());
    }

    /** The card that paid, in a member's words: {@code VISA 末尾1111}; empty while unknown. */
    public Optional<String> label(CoopId coop, String ref) {
        return store.find(coop, ref)
                .map(CardPayment::card)
                .flatMap(
                        seen ->
                                CardBrand.of(seen.brand())
                                        .map(it -> it.label() + " 末尾" + seen.lastFour()));
    }

    /** What the card has put by and was not taken yet; empty while nothing is. */
    public Optional<Yen> authorised(CoopId coop, String ref) {
        return store.find(coop, ref)
                .filter(it -> it.state() == State.AUTHORISED)
                .map(CardPayment::authorised);
    }

    private Authorisation take(CoopId coop, CardPayment card, ProcessorOrder order) {
        return switch (order.status()) {
            case AUTH -> granted(coop, card, order);
            case AUTHENTICATING -> {
                store.challenged(coop, card.ref(), order);
                yield known(get(coop, card.ref()));
            }
            case FAILED -> deny(coop, card, ProcessorProblems.meaning(order.errorCode()));
            case VOID -> deny(coop, card, OfCard.PUT_OFF);
            case UNPROCESSED, SALES -> new Authorisation.Open();
        };
    }

    /** Only exactly what was asked for counts, and only of a brand that is taken. */
    private Authorisation granted(CoopId coop, CardPayment card, ProcessorOrder order) {
        if (!order.amount().equals(card.ceiling())) {
            return new Authorisation.Open();
        }
        if (CardBrand.of(order.card().brand()).isEmpty()) {
            return deny(coop, card, OfCard.BRAND_NOT_TAKEN);
        }
        return known(
                store.authorised(coop, card.ref(), order, clock.instant())
                        .orElseGet(() -> get(coop, card.ref())));
    }

    private Authorisation deny(CoopId coop, CardPayment card, OfCard why) {
        store.refused(coop, card.ref(), why.code());
        return known(get(coop, card.ref()));
    }

    private static Authorisation known(CardPayment card) {
        if (card.wish() == Wish.RELEASE) {
            return denied(card);
        }
        return switch (card.state()) {
            case ASKED -> new Authorisation.Open();
            case CHALLENGED ->
                    card.challengeUrl().isEmpty()
                            ? new Authorisation.Open()
                            : new Authorisation.Challenge(URI.create(card.challengeUrl()));
            case AUTHORISED, CAPTURED -> new Authorisation.Granted();
            case REFUSED, RELEASED -> denied(card);
        };
    }

    private static Authorisation denied(CardPayment card) {
        return new Authorisation.Denied(OfCard.of(card.refusal()).orElse(OfCard.PUT_OFF));
    }

    private CardPayment get(CoopId coop, String ref) {
        return store.find(coop, ref).orElseThrow(() -> new NotFound("card payment"));
    }

    /** At most 25 characters, as the processor wants. */
    private String gatewayOrder() {
        return new BigInteger(Ids.next(clock).toString().replace("-", ""), 16).toString(RADIX);
    }
}
