package coop.kumiai.substitution;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.LinkTokens;
import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderCancelled;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.substitution.Substitute.State;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * 代わりの品 from the short shelf to the answer (N-PICK-2, X-PICK-1): suggested out of what the store
 * sells that day, decided by what the member wrote, by a mail with two buttons, or by a call.
 */
@Service
public class Substitutes {
    /** For what the links of the mails are good. */
    private static final String USE = "substitute";

    private final SubstituteStore store;
    private final LineWishes wishes;
    private final SubstituteDrafts drafts;
    private final LinkTokens tokens;
    private final Audit audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Substitutes(
            SubstituteStore store,
            LineWishes wishes,
            SubstituteDrafts drafts,
            LinkTokens tokens,
            Audit audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.wishes = wishes;
        this.drafts = drafts;
        this.tokens = tokens;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /** How a substitute for each line of these orders would be decided, by order and line. */
    public Map<UUID, Map<Integer, Way>> ways(CoopId coop, List<Order> orders) {
        var chosen = wishes.ofOrders(coop, orders.stream().map(Order::id).toList());
        return orders.stream()
                .collect(toMap(Order::id, it -> ways(it, chosen.getOrDefault(it.id(), Map.of()))));
    }

    private static Map<Integer, Way> ways(Order order, Map<Integer, LineWish> chosen) {
        return order.current().lines().stream()
                .collect(
                        toMap(
                                OrderLine::number,
                                it ->
                                        Way.of(
                                                Optional.ofNullable(chosen.get(it.number())),
                                                order.current().wishes().shortage())));
    }

    /** What can be put in for a line that is short, the most alike first. */
    public List<Suggestion> suggestions(CoopId coop, Order order, OrderLine line, int pieces) {
        return drafts.suggestions(coop, order, line, pieces);
    }

    /**
     * What offering a product for a short line would make of it, without offering it.
     *
     * @throws Refused when the member wants none, or it is none of the suggestions
     */
    public Substitute draft(CoopId coop, Order order, OrderLine line, int pieces, Jan jan) {
        return drafts.draft(coop, order, line, pieces, jan);
    }

    /**
     * Offers it, in the transaction that holds the order: by what the member wrote it is accepted
     * at once, else the member is asked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void offer(CoopId coop, Substitute drafted, UUID staff) {
        store.insert(coop, drafted, staff, clock.instant());
        if (drafted.way() == Way.MAIL) {
            announce.publishEvent(new SubstituteAsked(coop, drafted.offerId()));
        }
    }

    /** Takes an offer back with the mark of its line. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(CoopId coop, UUID orderId, int line) {
        store.delete(coop, orderId, line);
    }

    /** Nobody is asked any more about an order that is no more. */
    @EventListener
    void on(OrderCancelled cancelled) {
        store.deleteOpen(cancelled.coop(), cancelled.id());
    }

    /** Of these orders, by order, in the order of their new lines. */
    public Map<UUID, List<Substitute>> ofOrders(CoopId coop, Collection<UUID> orderIds) {
        return store.ofOrders(coop, orderIds).stream().collect(groupingBy(Substitute::orderId));
    }

    /** Writes down what no answer in time came to: from now on none is taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(CoopId coop, UUID orderId) {
        var now = clock.instant();
        store.ofOrders(coop, List.of(orderId)).stream()
                .filter(it -> it.answered() == State.OPEN && it.stateAt(now) != State.OPEN)
                .forEach(
                        it ->
                                store.answer(
                                        coop,
                                        it.offerId(),
                                        it.stateAt(now),
                                        Optional.empty(),
                                        now));
    }

    /**
     * @throws NotFound when the co-op has no such offer
     */
    public Substitute get(CoopId coop, UUID offerId) {
        return store.find(coop, offerId).orElseThrow(() -> new NotFound("substitute"));
    }

    /** The end of the link of a mail; it names one offer and is signed. */
    public String token(CoopId coop, UUID offerId) {
        return tokens.of(coop, USE, offerId);
    }

    /**
     * The offer that a link is about; looking changes nothing.
     *
     * @throws NotFound when it is none of ours, or was taken back
     */
    public Substitute ofToken(CoopId coop, String token) {
        return get(coop, tokens.read(coop, USE, token).orElseThrow(() -> new NotFound("link")));
    }

    /**
     * The member's answer to a mail, taken once and in time. The same answer again changes nothing.
     *
     * @throws Refused after the deadline, and when another answer was given
     * @throws NotFound when the link is none of ours, or the offer was taken back
     */
    @Transactional
    public void answer(CoopId coop, String token, boolean yes) {
        var offer = ofToken(coop, token);
        var state = yes ? State.ACCEPTED : State.DECLINED;
        write(coop, offer, state, Optional.empty());
    }

    private void write(CoopId coop, Substitute offer, State state, Optional<UUID> staff) {
        var now = clock.instant();
        if (offer.answered() == State.OPEN && offer.stateAt(now) != State.OPEN) {
            throw Refused.because(new SubstitutionRefusal.TooLate(offer.answerUntil()));
        }
        if (!store.answer(coop, offer.offerId(), state, staff, now)) {
            var answered = get(coop, offer.offerId()).answered();
            if (answered != state) {
                throw Refused.because(
                        new SubstitutionRefusal.Answered(offer.goods().name(), answered.word()));
            }
        }
    }

    /** Whom a store phones about today's substitutes, the earliest slot first. */
    public List<Substitute> calls(CoopId coop, String storeId) {
        return store.byPhone(coop, storeId, LocalDate.now(clock));
    }

    /**
     * What the member said on the phone, written down by somebody with a name; not reached, the
     * goods are cancelled (N-PICK-2).
     *
     * @throws Refused when it was answered otherwise, or the van has left
     * @throws NotFound when it is no call of the store where they work
     */
    @Transactional
    public void answerCall(CoopId coop, String storeId, UUID staff, UUID offerId, State said) {
        var offer = call(coop, storeId, offerId);
        if (said == State.OPEN) {
            throw new IllegalArgumentException("no answer");
        }
        write(coop, offer, said, Optional.of(staff));
        audit.note(coop, staff, "substitute." + said.code(), offer.orderId(), offer.goods().name());
    }

    /**
     * Another product is offered on the phone in the place of the picker's.
     *
     * @throws Refused when it is none of the suggestions, or answered already
     */
    @Transactional
    public void offerInstead(CoopId coop, String storeId, Order order, UUID offerId, Jan jan) {
        var offer = call(coop, storeId, offerId);
        var line = line(order, offer.line());
        var instead = drafts.suggested(coop, order, line, offer.pieces(), jan);
        var changed =
                new Substitute(
                        offer.offerId(),
                        offer.orderId(),
                        offer.slot(),
                        offer.line(),
                        offer.newLine(),
                        SubstituteDrafts.goods(instead),
                        offer.pieces(),
                        instead.inTax(),
                        offer.way(),
                        offer.answered(),
                        offer.takenUnanswered(),
                        offer.answerUntil(),
                        offer.answeredBy());
        if (!store.change(coop, changed)) {
            throw Refused.because(
                    new SubstitutionRefusal.Answered(
                            offer.goods().name(), get(coop, offerId).answered().word()));
        }
    }

    private Substitute call(CoopId coop, String storeId, UUID offerId) {
        var offer = get(coop, offerId);
        if (offer.way() != Way.PHONE || !offer.slot().storeId().equals(storeId)) {
            throw new NotFound("call");
        }
        return offer;
    }

    private static OrderLine line(Order order, int number) {
        return order.current().lines().stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("order line"));
    }
}
