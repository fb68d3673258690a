package coop.kumiai.charging;

import coop.kumiai.charging.OnlineCharge.State;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.CardChoice;
import coop.kumiai.payments.CardPayments;
import coop.kumiai.payments.PaymentRefusal.OfCard;
import coop.kumiai.payments.Payments;
import coop.kumiai.payments.StoreChain;
import coop.kumiai.payments.StorePayments;
import coop.kumiai.policies.Policies;
import coop.kumiai.wallet.Channel;
import coop.kumiai.wallet.ChargeTerms;
import coop.kumiai.wallet.Instruction;
import coop.kumiai.wallet.MoneyOrder;
import coop.kumiai.wallet.Wallets;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * What a charge writes: each step one transaction, the charge first, then what the processor shall
 * do, the wallet last.
 */
@Component
class ChargeSteps {
    private static final Logger LOG = LoggerFactory.getLogger(ChargeSteps.class);
    private static final Duration LOOKED_AFTER = Duration.ofMinutes(1);
    private final ChargeStore store;
    private final CardPayments cards;
    private final StorePayments numbers;
    private final Payments payments;
    private final Wallets wallets;
    private final Policies policies;
    private final Clock clock;

    ChargeSteps(
            ChargeStore store,
            CardPayments cards,
            StorePayments numbers,
            Payments payments,
            Wallets wallets,
            Policies policies,
            Clock clock) {
        this.store = store;
        this.cards = cards;
        this.numbers = numbers;
        this.payments = payments;
        this.wallets = wallets;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * @throws Refused when the wallet may not receive so much, or the card cannot be asked
     */
    @Transactional
    OnlineCharge beginByCard(CoopId coop, UUID memberId, String key, Yen amount, CardChoice card) {
        Refused.unless(cards.refusal(coop, memberId, card).stream().toList());
        var until = clock.instant().plus(terms(coop, Channel.CARD).payWithin());
        return begin(
                coop,
                memberId,
                key,
                Channel.CARD,
                amount,
                (ref, sum) -> cards.hold(coop, ref, memberId, sum, sum, card, until));
    }

    /**
     * @throws Refused when the wallet may not receive so much
     */
    @Transactional
    OnlineCharge beginAtStore(
            CoopId coop, UUID memberId, String key, Yen amount, StoreChain chain) {
        var until = clock.instant().plus(terms(coop, Channel.CONVENIENCE).payWithin());
        return begin(
                coop,
                memberId,
                key,
                Channel.CONVENIENCE,
                amount,
                (ref, sum) -> numbers.hold(coop, ref, memberId, chain, sum, until));
    }

    private OnlineCharge begin(
            CoopId coop,
            UUID memberId,
            String key,
            Channel channel,
            Yen amount,
            BiConsumer<String, Yen> ask) {
        var wallet =
                wallets.of(coop, memberId)
                        .orElseThrow(() -> Refused.because(new ChargingRefusal.NoWallet()));
        var id = Ids.next(clock);
        ask.accept(OnlineCharge.ref(id), amount);
        var expected =
                wallets.post(
                        coop,
                        new Instruction.ExpectCharge(
                                OnlineCharge.ref(id) + ":expect",
                                wallet.walletId(),
                                channel,
                                amount));
        var now = clock.instant();
        var charge =
                new OnlineCharge(
                        id,
                        memberId,
                        wallet.walletId(),
                        channel,
                        amount,
                        expected.postingId(),
                        State.BEGUN,
                        "",
                        now);
        store.insert(coop, charge, key, now.plus(LOOKED_AFTER));
        return charge;
    }

    /** The card has granted it: the amount is taken after the commit. */
    @Transactional
    void take(CoopId coop, UUID chargeId) {
        store.lock(coop, chargeId, State.BEGUN)
                .ifPresent(
                        it -> {
                            store.taking(coop, chargeId, clock.instant());
                            cards.confirm(coop, it.ref());
                            payments.finish(coop, it.ref(), it.amount());
                        });
    }

    /** The money is there: into the wallet, once. */
    @Transactional
    void book(CoopId coop, UUID chargeId) {
        store.lock(coop, chargeId, State.BEGUN, State.TAKING)
                .ifPresent(
                        it ->
                                booked(coop, it)
                                        .ifPresentOrElse(
                                                why -> trouble(coop, it, why),
                                                () ->
                                                        store.ended(
                                                                coop,
                                                                chargeId,
                                                                State.DONE,
                                                                "",
                                                                clock.instant())));
    }

    /** Nothing comes of it: what a card has put by is let go, and the wallet counts it no more. */
    @Transactional
    void drop(CoopId coop, UUID chargeId, String why) {
        store.lock(coop, chargeId, State.BEGUN)
                .ifPresent(
                        it -> {
                            store.ended(coop, chargeId, State.OVER, why, clock.instant());
                            if (it.channel() == Channel.CARD) {
                                cards.letGo(coop, it.ref(), OfCard.PUT_OFF);
                            }
                            post(
                                    coop,
                                    new Instruction.DropCharge(
                                            it.ref() + ":drop", it.walletId(), it.expected()));
                        });
    }

    /**
     * What came is never sent back for a limit: when the announcement has lapsed meanwhile, it is a
     * charge of its own; only where that is refused as well, people have to look.
     */
    private Optional<String> booked(CoopId coop, OnlineCharge it) {
        var money = policies.at(coop, MoneyOrder.class, today()).codes().getLast();
        var refused = post(coop, charge(it, it.ref(), money, Optional.of(it.expected())));
        return refused.isEmpty()
                ? refused
                : post(coop, charge(it, it.ref() + ":late", money, Optional.empty()));
    }

    private static Instruction charge(
            OnlineCharge it, String key, String money, Optional<UUID> expected) {
        return new Instruction.Charge(
                key, it.walletId(), it.channel(), money, it.amount(), expected);
    }

    /** Why not, if it was refused. */
    private Optional<String> post(CoopId coop, Instruction instruction) {
        try {
            wallets.post(coop, instruction);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.refusals().getFirst().sentence());
        }
    }

    private void trouble(CoopId coop, OnlineCharge it, String why) {
        store.trouble(coop, it.chargeId(), why);
        LOG.error("people have to look at charge {} of {}: {}", it.chargeId(), coop, why);
    }

    private ChargeTerms terms(CoopId coop, Channel channel) {
        return policies.at(coop, ChargeTerms.class, channel.code(), today());
    }

    private LocalDate today() {
        return JapaneseDates.dayOf(clock.instant());
    }
}
