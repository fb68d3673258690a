package coop.kumiai.payments;

import static coop.kumiai.payments.db.Tables.CARD_PAYMENT;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.CardPayment.State;
import coop.kumiai.payments.CardPayment.Wish;
import coop.kumiai.payments.db.tables.records.CardPaymentRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands at the processor, what shall stand there, and when it is looked at next. */
@Repository
class CardPaymentStore {
    private static final Field<String> ASIDE = DSL.inline("aside:");
    private final DSLContext sql;

    CardPaymentStore(DSLContext sql) {
        this.sql = sql;
    }

    void insert(CoopId coop, CardPayment card, Instant due) {
        sql.insertInto(CARD_PAYMENT)
                .set(CARD_PAYMENT.COOP_ID, coop.code())
                .set(CARD_PAYMENT.PAYABLE_REF, card.ref())
                .set(CARD_PAYMENT.MEMBER_ID, card.memberId())
                .set(CARD_PAYMENT.GATEWAY_ORDER, card.gatewayOrder())
                .set(CARD_PAYMENT.STATE, card.state().code())
                .set(CARD_PAYMENT.WISH, card.wish().code())
                .set(CARD_PAYMENT.AMOUNT_YEN, card.amount().amount())
                .set(CARD_PAYMENT.CEILING_YEN, card.ceiling().amount())
                .set(CARD_PAYMENT.KEEP_CARD, card.keepCard())
                .set(CARD_PAYMENT.BEGUN_AT, card.begunAt().atOffset(ZoneOffset.UTC))
                .set(CARD_PAYMENT.HELD_UNTIL, card.heldUntil().atOffset(ZoneOffset.UTC))
                .set(CARD_PAYMENT.DUE_AT, due.atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<CardPayment> find(CoopId coop, String ref) {
        return sql.selectFrom(CARD_PAYMENT)
                .where(is(coop, ref))
                .fetchOptional(CardPaymentStore::card);
    }

    Map<String, CardPayment> find(CoopId coop, Collection<String> refs) {
        return sql.selectFrom(CARD_PAYMENT)
                .where(CARD_PAYMENT.COOP_ID.eq(coop.code()), CARD_PAYMENT.PAYABLE_REF.in(refs))
                .fetchMap(CARD_PAYMENT.PAYABLE_REF, CardPaymentStore::card);
    }

    /** The browser is sent to the card company, unless it is known already what came of it. */
    boolean challenged(CoopId coop, String ref, ProcessorOrder order) {
        return sql.update(CARD_PAYMENT)
                        .set(CARD_PAYMENT.STATE, State.CHALLENGED.code())
                        .set(CARD_PAYMENT.ACCESS_ID, order.accessId())
                        .set(
                                CARD_PAYMENT.CHALLENGE_URL,
                                order.challengeUrl().isEmpty()
                                        ? CARD_PAYMENT.CHALLENGE_URL
                                        : DSL.val(order.challengeUrl()))
                        .where(is(coop, ref), isOpen())
                        .execute()
                == 1;
    }

    /**
     * What was let go meanwhile is looked at now, to be let go there too.
     *
     * @return how it stands then; empty when it was known before
     */
    Optional<CardPayment> authorised(CoopId coop, String ref, ProcessorOrder order, Instant now) {
        var due =
                DSL.when(isWish(Wish.RELEASE), now.atOffset(ZoneOffset.UTC))
                        .otherwise(CARD_PAYMENT.DUE_AT);
        return sql.update(CARD_PAYMENT)
                .set(CARD_PAYMENT.STATE, State.AUTHORISED.code())
                .set(CARD_PAYMENT.ACCESS_ID, order.accessId())
                .set(CARD_PAYMENT.AUTHORISED_YEN, order.amount().amount())
                .set(CARD_PAYMENT.DUE_AT, due)
                .set(CARD_PAYMENT.BRAND, order.card().brand())
                .set(CARD_PAYMENT.LAST_FOUR, order.card().lastFour())
                .set(CARD_PAYMENT.CHALLENGE_URL, "")
                .where(is(coop, ref), isOpen())
                .returning()
                .fetchOptional(CardPaymentStore::card);
    }

    boolean refused(CoopId coop, String ref, String refusal) {
        return sql.update(CARD_PAYMENT)
                        .set(CARD_PAYMENT.STATE, State.REFUSED.code())
                        .set(CARD_PAYMENT.REFUSAL, refusal)
                        .set(CARD_PAYMENT.CHALLENGE_URL, "")
                        .where(is(coop, ref), isOpen())
                        .execute()
                == 1;
    }

    /**
     * The order stands: the amount stays put by, and is looked at once more: now when the card is
     * to be kept, else at the end of its time.
     *
     * @return how it stands then; empty when the card has not granted it, or it stood before
     */
    Optional<CardPayment> stand(CoopId coop, String ref, Instant now) {
        var due =
                DSL.when(CARD_PAYMENT.KEEP_CARD, now.atOffset(ZoneOffset.UTC))
                        .otherwise(CARD_PAYMENT.HELD_UNTIL);
        return sql.update(CARD_PAYMENT)
                .set(CARD_PAYMENT.WISH, Wish.STAND.code())
                .set(CARD_PAYMENT.DUE_AT, due)
                .set(CARD_PAYMENT.TRIES, 0)
                .where(is(coop, ref), isWish(Wish.HOLD))
                .and(CARD_PAYMENT.STATE.eq(State.AUTHORISED.code()))
                .returning()
                .fetchOptional(CardPaymentStore::card);
    }

    /** It pays for this from now on. */
    void rename(CoopId coop, String ref, String other) {
        requireOne(
                sql.update(CARD_PAYMENT)
                        .set(CARD_PAYMENT.PAYABLE_REF, other)
                        .where(is(coop, ref))
                        .execute());
    }

    /** One that was let go makes room for another card of the same thing, under its own name. */
    void setAside(CoopId coop, String ref) {
        sql.update(CARD_PAYMENT)
                .set(CARD_PAYMENT.PAYABLE_REF, DSL.concat(ASIDE, CARD_PAYMENT.GATEWAY_ORDER))
                .where(is(coop, ref), isWish(Wish.RELEASE))
                .execute();
    }

    /** Nothing shall be taken; why, unless the processor has said so already. */
    boolean release(CoopId coop, String ref, String refusal, Instant due) {
        var why = DSL.when(CARD_PAYMENT.REFUSAL.eq(""), refusal).otherwise(CARD_PAYMENT.REFUSAL);
        return sql.update(CARD_PAYMENT)
                        .set(CARD_PAYMENT.WISH, Wish.RELEASE.code())
                        .set(CARD_PAYMENT.REFUSAL, why)
                        .set(CARD_PAYMENT.CHALLENGE_URL, "")
                        .set(CARD_PAYMENT.KEEP_CARD, false)
                        .set(CARD_PAYMENT.TROUBLE, "")
                        .set(CARD_PAYMENT.DUE_AT, due.atOffset(ZoneOffset.UTC))
                        .set(CARD_PAYMENT.TRIES, 0)
                        .where(is(coop, ref))
                        .and(CARD_PAYMENT.WISH.ne(Wish.RELEASE.code()))
                        .execute()
                == 1;
    }

    /**
     * Another amount is owed; it is seen to once it is final, or above what is authorised. What was
     * not raised is no trouble any more when it need not be.
     */
    void owe(CoopId coop, String ref, Yen amount, Instant now) {
        var above = CARD_PAYMENT.AUTHORISED_YEN.lt(amount.amount());
        var isOver = CARD_PAYMENT.TROUBLE.eq(CardTrouble.NOT_RAISED.code()).andNot(above);
        requireOne(
                sql.update(CARD_PAYMENT)
                        .set(CARD_PAYMENT.AMOUNT_YEN, amount.amount())
                        .set(CARD_PAYMENT.TRIES, 0)
                        .set(
                                CARD_PAYMENT.TROUBLE,
                                DSL.when(isOver, "").otherwise(CARD_PAYMENT.TROUBLE))
                        .set(
                                CARD_PAYMENT.DUE_AT,
                                DSL.when(above, now.atOffset(ZoneOffset.UTC))
                                        .otherwise(CARD_PAYMENT.DUE_AT))
                        .where(is(coop, ref))
                        .execute());
    }

    /** This amount is final. */
    void capture(CoopId coop, String ref, Yen amount, Instant now) {
        requireOne(
                sql.update(CARD_PAYMENT)
                        .set(CARD_PAYMENT.WISH, Wish.CAPTURE.code())
                        .set(CARD_PAYMENT.AMOUNT_YEN, amount.amount())
                        .set(CARD_PAYMENT.DUE_AT, now.atOffset(ZoneOffset.UTC))
                        .set(CARD_PAYMENT.TRIES, 0)
                        .set(CARD_PAYMENT.TROUBLE, "")
                        .where(is(coop, ref))
                        .execute());
    }

    /** So much less shall be taken: what the processor has goes back in part or whole. */
    void giveBack(CoopId coop, String ref, Yen less, Instant now) {
        requireOne(
                sql.update(CARD_PAYMENT)
                        .set(CARD_PAYMENT.AMOUNT_YEN, CARD_PAYMENT.AMOUNT_YEN.minus(less.amount()))
                        .set(CARD_PAYMENT.DUE_AT, now.atOffset(ZoneOffset.UTC))
                        .set(CARD_PAYMENT.TRIES, 0)
                        .set(CARD_PAYMENT.TROUBLE, "")
                        .where(is(coop, ref), isWish(Wish.CAPTURE))
                        .and(CARD_PAYMENT.STATE.eq(State.CAPTURED.code()))
                        .execute());
    }

    /** Looks sooner: somebody outside hinted that something happened. */
    void hint(CoopId coop, String gatewayOrder, Instant now) {
        sql.update(CARD_PAYMENT)
                .set(CARD_PAYMENT.DUE_AT, now.atOffset(ZoneOffset.UTC))
                .where(CARD_PAYMENT.COOP_ID.eq(coop.code()))
                .and(CARD_PAYMENT.GATEWAY_ORDER.eq(gatewayOrder))
                .and(CARD_PAYMENT.DUE_AT.isNotNull())
                .execute();
    }

    /** The co-ops that have something to be looked at. */
    List<CoopId> coopsWithDue(Instant now) {
        return sql.selectDistinct(CARD_PAYMENT.COOP_ID)
                .from(CARD_PAYMENT)
                .where(CARD_PAYMENT.DUE_AT.le(now.atOffset(ZoneOffset.UTC)))
                .fetch(row -> new CoopId(row.value1()));
    }

    /**
     * Takes one that is due, so that nobody else looks at it meanwhile.
     *
     * @param held whether those whose orders are held, or the others
     * @param again when it is due again if nothing comes of it
     */
    Optional<CardPayment> claim(CoopId coop, boolean held, Instant now, Instant again) {
        var wish = CARD_PAYMENT.WISH.eq(Wish.HOLD.code());
        var due =
                DSL.select(CARD_PAYMENT.PAYABLE_REF)
                        .from(CARD_PAYMENT)
                        .where(CARD_PAYMENT.COOP_ID.eq(coop.code()))
                        .and(CARD_PAYMENT.DUE_AT.le(now.atOffset(ZoneOffset.UTC)))
                        .and(held ? wish : DSL.not(wish))
                        .orderBy(CARD_PAYMENT.DUE_AT)
                        .limit(1)
                        .forUpdate()
                        .skipLocked();
        return sql.update(CARD_PAYMENT)
                .set(CARD_PAYMENT.DUE_AT, again.atOffset(ZoneOffset.UTC))
                .set(CARD_PAYMENT.TRIES, CARD_PAYMENT.TRIES.plus(1))
                .where(CARD_PAYMENT.COOP_ID.eq(coop.code()), CARD_PAYMENT.PAYABLE_REF.eq(due))
                .returning()
                .fetchOptional(CardPaymentStore::card);
    }

    /** Takes one that is granted and not final yet, as {@link #claim} does. */
    Optional<CardPayment> claimStanding(CoopId coop, String ref, Instant again) {
        return sql.update(CARD_PAYMENT)
                .set(CARD_PAYMENT.DUE_AT, again.atOffset(ZoneOffset.UTC))
                .set(CARD_PAYMENT.TRIES, CARD_PAYMENT.TRIES.plus(1))
                .where(is(coop, ref), isWish(Wish.STAND))
                .and(CARD_PAYMENT.STATE.eq(State.AUTHORISED.code()))
                .returning()
                .fetchOptional(CardPaymentStore::card);
    }

    /** More is put by; unless somebody else has taken it or wishes otherwise meanwhile. */
    boolean raised(CoopId coop, CardPayment claimed, Yen authorised) {
        return sql.update(CARD_PAYMENT)
                        .set(CARD_PAYMENT.AUTHORISED_YEN, authorised.amount())
                        .where(isStill(coop, claimed))
                        .execute()
                == 1;
    }

    /**
     * Whether it still belongs to whoever claimed it, and the same is wished of it: only then
     * anything may be changed at the processor. It stays theirs until the given moment.
     */
    boolean stillClaimed(CoopId coop, CardPayment claimed, Instant again) {
        return sql.update(CARD_PAYMENT)
                        .set(CARD_PAYMENT.DUE_AT, again.atOffset(ZoneOffset.UTC))
                        .where(isStill(coop, claimed))
                        .execute()
                == 1;
    }

    /** Not before this moment again, unless something else is wished or claimed it meanwhile. */
    void later(CoopId coop, CardPayment claimed, Instant due) {
        sql.update(CARD_PAYMENT)
                .set(CARD_PAYMENT.DUE_AT, due.atOffset(ZoneOffset.UTC))
                .where(isStill(coop, claimed))
                .execute();
    }

    /**
     * It stands as was wished, unless something else is wished by now.
     *
     * @param stands what the processor has, captured or authorised
     */
    boolean done(CoopId coop, CardPayment wished, State state, Yen stands) {
        return sql.update(CARD_PAYMENT)
                        .set(CARD_PAYMENT.STATE, state.code())
                        .set(
                                state == State.CAPTURED
                                        ? CARD_PAYMENT.CAPTURED_YEN
                                        : CARD_PAYMENT.AUTHORISED_YEN,
                                stands.amount())
                        .set(CARD_PAYMENT.TROUBLE, "")
                        .setNull(CARD_PAYMENT.DUE_AT)
                        .where(isStill(coop, wished))
                        .execute()
                == 1;
    }

    /** Less than is owed was taken; people have to look at the rest. */
    void capturedShort(CoopId coop, CardPayment wished, Yen taken, CardTrouble what) {
        sql.update(CARD_PAYMENT)
                .set(CARD_PAYMENT.STATE, State.CAPTURED.code())
                .set(CARD_PAYMENT.CAPTURED_YEN, taken.amount())
                .set(CARD_PAYMENT.TROUBLE, what.code())
                .setNull(CARD_PAYMENT.DUE_AT)
                .where(isStill(coop, wished))
                .execute();
    }

    void trouble(CoopId coop, CardPayment wished, CardTrouble what) {
        sql.update(CARD_PAYMENT)
                .set(CARD_PAYMENT.TROUBLE, what.code())
                .setNull(CARD_PAYMENT.DUE_AT)
                .where(isStill(coop, wished))
                .execute();
    }

    /** One with a final amount that people have to look at, held until the transaction's end. */
    Optional<CardPayment> lockTroubled(CoopId coop, String ref) {
        return sql.selectFrom(CARD_PAYMENT)
                .where(is(coop, ref), isWish(Wish.CAPTURE), CARD_PAYMENT.TROUBLE.ne(""))
                .forUpdate()
                .fetchOptional(CardPaymentStore::card);
    }

    /** People have settled the rest: what was taken is all that shall be. */
    void settledShort(CoopId coop, String ref) {
        requireOne(
                sql.update(CARD_PAYMENT)
                        .set(CARD_PAYMENT.AMOUNT_YEN, CARD_PAYMENT.CAPTURED_YEN)
                        .set(CARD_PAYMENT.TROUBLE, "")
                        .setNull(CARD_PAYMENT.DUE_AT)
                        .where(is(coop, ref), isWish(Wish.CAPTURE))
                        .and(CARD_PAYMENT.STATE.eq(State.CAPTURED.code()))
                        .execute());
    }

    void kept(CoopId coop, String ref) {
        requireOne(
                sql.update(CARD_PAYMENT)
                        .set(CARD_PAYMENT.KEEP_CARD, false)
                        .where(is(coop, ref))
                        .execute());
    }

    /** Looks again at everything that people have to look at. */
    void lookAgain(CoopId coop, Instant now) {
        sql.update(CARD_PAYMENT)
                .set(CARD_PAYMENT.DUE_AT, now.atOffset(ZoneOffset.UTC))
                .set(CARD_PAYMENT.TRIES, 0)
                .where(CARD_PAYMENT.COOP_ID.eq(coop.code()), CARD_PAYMENT.TROUBLE.ne(""))
                .execute();
    }

    /** What people have to look at. */
    Map<CardPayment, CardTrouble> troubles(CoopId coop) {
        return sql.selectFrom(CARD_PAYMENT)
                .where(CARD_PAYMENT.COOP_ID.eq(coop.code()), CARD_PAYMENT.TROUBLE.ne(""))
                .orderBy(CARD_PAYMENT.BEGUN_AT)
                .fetchMap(CardPaymentStore::card, row -> CardTrouble.of(row.getTrouble()));
    }

    /** The same is wished, and nobody has claimed it since. */
    private static Condition isStill(CoopId coop, CardPayment wished) {
        return is(coop, wished.ref())
                .and(isWish(wished.wish()))
                .and(CARD_PAYMENT.AMOUNT_YEN.eq(wished.amount().amount()))
                .and(CARD_PAYMENT.TRIES.eq(wished.tries()));
    }

    private static Condition isOpen() {
        return CARD_PAYMENT.STATE.in(State.ASKED.code(), State.CHALLENGED.code());
    }

    private static Condition isWish(Wish wish) {
        return CARD_PAYMENT.WISH.eq(wish.code());
    }

    private static Condition is(CoopId coop, String ref) {
        return CARD_PAYMENT.COOP_ID.eq(coop.code()).and(CARD_PAYMENT.PAYABLE_REF.eq(ref));
    }

    private static CardPayment card(CardPaymentRecord row) {
        return new CardPayment(
                row.getPayableRef(),
                row.getMemberId(),
                row.getGatewayOrder(),
                row.getAccessId(),
                State.of(row.getState()),
                Wish.of(row.getWish()),
                Yen.of(row.getAmountYen()),
                Yen.of(row.getCeilingYen()),
                Yen.of(row.getAuthorisedYen()),
                Yen.of(row.getCapturedYen()),
                new SeenCard(row.getBrand(), row.getLastFour()),
                row.getKeepCard(),
                row.getChallengeUrl(),
                row.getRefusal(),
                row.getBegunAt().toInstant(),
                row.getHeldUntil().toInstant(),
                row.getTries());
    }

    private static void requireOne(int changed) {
        if (changed != 1) {
            throw new IllegalStateException(changed + " card payments changed instead of one");
        }
    }
}
