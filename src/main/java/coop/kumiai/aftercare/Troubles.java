package coop.kumiai.aftercare;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import coop.kumiai.accounts.Audit;
import coop.kumiai.aftercare.Trouble.State;
import coop.kumiai.fulfilment.AgeCheck;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.AlcoholTerms;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.Orders;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.SlotId;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Goods that came damaged, wrong or not at all (N-RET-2): the member tells the store, the store
 * makes it good by money or another delivery, or says why not, and the member is told by mail.
 */
@Service
public class Troubles {
    private final TroubleStore store;
    private final AftercareStore goods;
    private final CaredOrders cared;
    private final MakingGood makingGood;
    private final Orders orders;
    private final Policies policies;
    private final Audit audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Troubles(
            TroubleStore store,
            AftercareStore goods,
            CaredOrders cared,
            MakingGood makingGood,
            Orders orders,
            Policies policies,
            Audit audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.goods = goods;
        this.cared = cared;
        this.makingGood = makingGood;
        this.orders = orders;
        this.policies = policies;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * What a member can tell of: the goods of their own order once it was handed over, without
     * those that they told of and that wait for an answer.
     *
     * @throws NotFound when it is not the member's, or not picked yet
     */
    public CaredOrder own(CoopId coop, UUID account, UUID orderId) {
        var waiting = store.ofOrder(coop, orderId).stream().filter(it -> it.state() == State.OPEN);
        var told =
                waiting.flatMap(it -> it.goods().stream())
                        .collect(toMap(Trouble.Goods::line, Trouble.Goods::pieces, Integer::sum));
        return cared.of(coop, orders.own(coop, account, orderId)).without(told);
    }

    /**
     * Takes what a member tells; the same form sent twice is one.
     *
     * @throws Refused before the delivery, without goods, or for more than was delivered
     */
    @Transactional
    public void tell(
            CoopId coop,
            UUID account,
            UUID orderId,
            List<Trouble.Goods> told,
            String typed,
            String key) {
        goods.lock(coop, orderId);
        var of = own(coop, account, orderId);
        if (store.isKnown(coop, of.order().memberId(), key)) {
            return;
        }
        if (of.deliveredOn().isEmpty()) {
            throw Refused.because(new AftercareRefusal.NotDelivered(of.order().number()));
        }
        var pieces =
                told.stream()
                        .collect(toMap(Trouble.Goods::line, Trouble.Goods::pieces, Integer::sum));
        Refused.unless(AftercareRules.left(of, Pieces.some(pieces)));
        store.insert(
                coop,
                new Trouble(
                        Ids.next(clock),
                        orderId,
                        of.order().memberId(),
                        checked(coop, "words", typed.strip()),
                        told,
                        clock.instant(),
                        State.OPEN,
                        "",
                        Optional.empty()),
                key,
                of.order().slot().storeId());
    }

    /** What was told of an order, in the order of time. */
    public List<Trouble> ofOrder(CoopId coop, UUID orderId) {
        return store.ofOrder(coop, orderId);
    }

    /** What a store has to answer, the oldest first. */
    public List<Trouble> open(CoopId coop, String storeId) {
        return store.open(coop, storeId);
    }

    /**
     * One of them, with its order.
     *
     * @throws NotFound when the store where they work has none
     */
    public CaredOrder orderOf(CoopId coop, Staff staff, Trouble trouble) {
        return cared.of(coop, order(coop, staff, trouble));
    }

    /**
     * @throws NotFound when the co-op has none
     */
    public Trouble get(CoopId coop, UUID troubleId) {
        return store.find(coop, troubleId).orElseThrow(() -> new NotFound("trouble"));
    }

    /**
     * Answers what a member told: money back in part or whole, another delivery, both, or neither.
     *
     * @throws Refused without words, when it is answered already, and for what cannot be made good
     */
    @Transactional
    public void answer(CoopId coop, Staff staff, UUID troubleId, Answer answer) {
        var trouble = get(coop, troubleId);
        var order = order(coop, staff, trouble);
        goods.lock(coop, order.id());
        var words = checked(coop, "answer", answer.words());
        if (words.isEmpty()) {
            throw Refused.because(new AftercareRefusal.NoAnswer());
        }
        var state = answer.declines() ? State.DECLINED : State.MADE_GOOD;
        if (!store.answer(coop, troubleId, state, words, staff.accountId(), clock.instant())) {
            throw Refused.because(new AftercareRefusal.Answered());
        }
        refund(coop, staff, trouble, order, answer);
        redeliver(coop, staff, trouble, order, answer);
        audit.note(
                coop,
                staff.accountId(),
                "trouble." + state.code(),
                trouble.memberId(),
                order.number());
        announce.publishEvent(new TroubleAnswered(coop, troubleId));
    }

    private void refund(CoopId coop, Staff staff, Trouble trouble, Order order, Answer answer) {
        if (!answer.refund().isEmpty()) {
            var asked = asked("refund", trouble, answer.refund(), staff);
            makingGood.refund(coop, cared.of(coop, order), asked);
        }
    }

    private void redeliver(CoopId coop, Staff staff, Trouble trouble, Order order, Answer answer) {
        if (!answer.redeliver().isEmpty()) {
            var slot =
                    answer.slot()
                            .filter(it -> it.storeId().equals(staff.storeId()))
                            .orElseThrow(() -> Refused.because(new AftercareRefusal.NoSlot()));
            var asked = asked("redelivery", trouble, answer.redeliver(), staff);
            makingGood.redeliver(coop, cared.of(coop, order), asked, slot);
        }
    }

    /** What is still to be brought again by a store today, with what was missed before. */
    public List<MadeGood> toBring(CoopId coop, String storeId) {
        return goods.toBring(coop, storeId, LocalDate.now(clock));
    }

    /**
     * The goods that were brought again were handed over.
     *
     * @throws Refused when they were handed over before, and for alcohol without a check of the
     *     receiver's age (N-ALC-1)
     */
    @Transactional
    public void brought(CoopId coop, Staff staff, UUID goodId, AgeCheck age) {
        var good =
                goods.find(coop, goodId)
                        .filter(
                                it ->
                                        it.broughtIn()
                                                .map(SlotId::storeId)
                                                .equals(Optional.of(staff.storeId())))
                        .orElseThrow(() -> new NotFound("redelivery"));
        var lines = good.linesOf(orders.get(coop, good.orderId()));
        var alcohol = lines.stream().anyMatch(OrderLine::alcohol);
        if (alcohol && age == AgeCheck.NOT_ASKED) {
            var least = policies.today(coop, AlcoholTerms.class).leastAge();
            throw Refused.because(new AftercareRefusal.AgeNotChecked(least));
        }
        if (!goods.brought(coop, goodId, staff.accountId(), clock.instant())) {
            throw Refused.because(new AftercareRefusal.BroughtAlready());
        }
        var why = alcohol ? good.reason() + "、年齢は" + age.word() : good.reason();
        audit.note(coop, staff.accountId(), "goods.brought-again", good.orderId(), why);
    }

    /** One trouble is paid back once and brought again once. */
    private MakingGood.Asked asked(
            String what, Trouble trouble, Map<Integer, Integer> pieces, Staff staff) {
        var key = what + trouble.troubleId();
        return new MakingGood.Asked(
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                Optional.of(trouble.troubleId()),
                pieces,
                reason(trouble),
                staff.accountId(),
                false);
    }

    private static String reason(Trouble trouble) {
        return trouble.goods().stream()
                .map(it -> it.kind().word())
                .distinct()
                .collect(joining("、"));
    }

    private Order order(CoopId coop, Staff staff, Trouble trouble) {
        var order = orders.get(coop, trouble.orderId());
        if (!order.slot().storeId().equals(staff.storeId())) {
            throw new NotFound("trouble");
        }
        return order;
    }

    private String checked(CoopId coop, String field, String text) {
        var most = policies.today(coop, AftercareTerms.class).mostCharacters();
        var actual = JapaneseText.length(text);
        if (actual > most) {
            throw Refused.because(new AftercareRefusal.TooLong(field, most, actual));
        }
        return text;
    }
}
