package coop.kumiai.payments;

import coop.kumiai.accounts.AccountClosed;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.members.Members;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** 登録済みのカード: kept at the processor where the member asked for it, shown and removed here. */
@Service
public class KeptCards {
    private static final Logger LOG = LoggerFactory.getLogger(KeptCards.class);
    private static final Duration ASK_AGAIN = Duration.ofMinutes(10);
    private final KeptCardStore store;
    private final CardPaymentStore payments;
    private final Processor processor;
    private final Members members;
    private final Clock clock;

    KeptCards(
            KeptCardStore store,
            CardPaymentStore payments,
            Processor processor,
            Members members,
            Clock clock) {
        this.members = members;
        this.store = store;
        this.payments = payments;
        this.processor = processor;
        this.clock = clock;
    }

    /** A member's cards, those that have ended too. */
    public List<KeptCard> of(CoopId coop, UUID memberId) {
        return store.ofMember(coop, memberId);
    }

    /** Those that can pay today. */
    public List<KeptCard> usable(CoopId coop, UUID memberId) {
        var month = YearMonth.now(clock);
        return of(coop, memberId).stream().filter(it -> !it.expires().isBefore(month)).toList();
    }

    /**
     * @throws NotFound when the member has no such card
     */
    public KeptCard get(CoopId coop, UUID memberId, UUID cardId) {
        return store.find(coop, memberId, cardId).orElseThrow(() -> new NotFound("card"));
    }

    /**
     * Is not used from now on; the processor forgets it soon after.
     *
     * @throws NotFound when the member has no such card
     */
    @Transactional
    public void remove(CoopId coop, UUID memberId, UUID cardId) {
        if (!store.remove(coop, memberId, cardId, clock.instant())) {
            throw new NotFound("card");
        }
    }

    /** My Page is closed (退会, N-REG-7): nobody pays with its cards any more. */
    @EventListener
    @Transactional
    void on(AccountClosed closed) {
        members.byAccount(closed.coop(), closed.accountId())
                .ifPresent(it -> store.removeAll(closed.coop(), it.memberId(), clock.instant()));
    }

    /** Lets the processor keep the card that paid, as its member asked. */
    void keep(CoopId coop, CardPayment paid) {
        processor
                .store(coop, paid)
                .ifPresent(
                        stored -> {
                            CardBrand.of(stored.card().brand())
                                    .ifPresent(brand -> insert(coop, paid, stored, brand));
                            payments.kept(coop, paid.ref());
                        });
    }

    /** Lets the processor forget what members removed. */
    void forgetRemoved() {
        store.coopsWithRemoved(clock.instant()).forEach(this::forgetRemoved);
    }

    private void forgetRemoved(CoopId coop) {
        for (var card : store.removed(coop, clock.instant())) {
            forgetSafely(coop, card);
            if (processor.isSilent(coop)) {
                return;
            }
        }
    }

    /** One that cannot be forgotten yet does not keep the others. */
    private void forgetSafely(CoopId coop, KeptCard card) {
        try {
            store.forgetLater(coop, card.cardId(), clock.instant().plus(ASK_AGAIN));
            if (processor.forget(coop, card)) {
                store.deleted(coop, card.cardId(), clock.instant());
            }
        } catch (RuntimeException e) {
            LOG.error("the processor cannot forget card {} of {}", card.cardId(), coop, e);
        }
    }

    private void insert(CoopId coop, CardPayment paid, StoredCard stored, CardBrand brand) {
        store.insert(
                coop,
                new KeptCard(
                        Ids.next(clock),
                        paid.memberId(),
                        stored.gatewayCard(),
                        brand,
                        stored.card().lastFour(),
                        YearMonth.parse(stored.expires())),
                clock.instant());
    }
}
