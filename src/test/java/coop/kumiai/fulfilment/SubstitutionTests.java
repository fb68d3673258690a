package coop.kumiai.fulfilment;

import static coop.kumiai.testing.SentForm.csrf;
import static coop.kumiai.testing.TestClock.jst;
import static coop.kumiai.testing.TestOrders.EGGS;
import static coop.kumiai.testing.TestOrders.RICE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.accounts.StaffRole.Kind;
import coop.kumiai.catalog.Jan;
import coop.kumiai.coupons.Benefit;
import coop.kumiai.coupons.CouponDesk;
import coop.kumiai.coupons.CouponSamples;
import coop.kumiai.coupons.Coupons;
import coop.kumiai.documents.Documents;
import coop.kumiai.documents.PaperLine;
import coop.kumiai.favourites.Favourites;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.FileImport;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Joining;
import coop.kumiai.members.Members;
import coop.kumiai.orders.CardCheckout;
import coop.kumiai.orders.CardOutcome;
import coop.kumiai.orders.Carts;
import coop.kumiai.orders.Deliveries;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.PlaceOrder;
import coop.kumiai.orders.Wishes;
import coop.kumiai.orders.Wishes.Shortage;
import coop.kumiai.payments.CardChoice;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.payments.Payments;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;
import coop.kumiai.substitution.LineWish;
import coop.kumiai.substitution.LineWishes;
import coop.kumiai.substitution.Substitute;
import coop.kumiai.substitution.Substitute.State;
import coop.kumiai.substitution.SubstituteTerms;
import coop.kumiai.substitution.Substitutes;
import coop.kumiai.substitution.Way;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.testing.TestProcessor;
import coop.kumiai.web.SignedIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** 代わりの品: from the short shelf over the member's answer to the order's next version. */
@KumiaiTest
class SubstitutionTests {
    private static final SlotId SLOT = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);
    private static final Jan SIX_EGGS = new Jan("4599000001064");
    private static final Jan HEN_EGGS = new Jan("4599000001071");
    private static final String GOODS =
            """
            jan,name,reading,maker,category,unit,price_mode,price_yen,tax_class,store,valid_from,valid_to,max_per_order,sold_by_weight,alcohol,shelf
            4599000001064,たまご 6個入,タマゴ,みなと農場,groceries,6個入,excl,268,reduced,*,2026-01-01,,,0,0,A-02-2
            4599000001071,平飼いたまご 10個入,ヒラガイタマゴ,かもめ農園,groceries,10個入,excl,358,reduced,*,2026-01-01,,,0,0,A-02-3
            4599000001088,たまご 20個入,タマゴ,みなと農場,groceries,20個入,excl,598,reduced,*,2026-01-01,,,0,0,A-02-4
            """;

    @Autowired Picking picking;
    @Autowired Substituting substituting;
    @Autowired Substitutes substitutes;
    @Autowired LineWishes wishes;
    @Autowired Favourites favourites;
    @Autowired Coupons coupons;
    @Autowired CouponDesk couponDesk;
    @Autowired Orders orders;
    @Autowired Payments payments;
    @Autowired Documents documents;
    @Autowired Members members;
    @Autowired Accounts accounts;
    @Autowired List<FileImport> imports;
    @Autowired TestOrders some;
    @Autowired TestCoops coops;
    @Autowired TestProcessor processor;
    @Autowired CardCheckout checkout;
    @Autowired Deliveries deliveries;
    @Autowired Carts carts;
    @Autowired Slots slots;
    @Autowired Mails mails;
    @Autowired BusinessClock clock;
    @Autowired MockMvcTester http;
    @TempDir Path folder;
    CoopId coop;
    UUID account;
    UUID desk;
    Staff picker;

    @BeforeEach
    void aStoreWithMoreThanOneKindOfEggs() throws IOException {
        coop = some.coop();
        var file = Files.writeString(folder.resolve("more.csv"), GOODS);
        imports.stream()
                .filter(it -> it.kind().equals("products"))
                .forEach(it -> it.take(coop, file, sentence -> {}));
        account = some.register(coop, Joining.EXISTING);
        desk = some.staff(coop, Kind.DESK, "shibuya");
        picker = new Staff(some.staff(coop, Kind.PICKER, "shibuya"), "shibuya");
    }

    @Test
    @Rule({"N-PICK-2", "N-PICK-3"})
    @DisplayName("電話で「はい」なら、代わりの品をその品の値段で入れ、手数料は変えない")
    void aYesOnThePhonePutsTheSubstituteIn() {
        var order = shortOfEggs(Shortage.SUBSTITUTE);
        var goods = substituting.show(coop, picker, order.id(), line(order, EGGS));
        assertThat(goods.way()).isEqualTo(Way.PHONE);
        assertThat(goods.suggestions())
                .extracting(it -> it.offer().jan())
                .containsExactly(SIX_EGGS, HEN_EGGS);
        offer(order, HEN_EGGS);
        assertThatThrownBy(() -> picking.close(coop, picker, order.id()))
                .hasMessage("fulfilment/waits-for-answer");
        var call = substitutes.calls(coop, "shibuya").getFirst();
        assertThat(call.inTax()).isEqualTo(Yen.of(386));
        assertThat(substitutes.calls(coop, "meguro")).isEmpty();
        substitutes.offerInstead(coop, "shibuya", order, call.offerId(), SIX_EGGS);
        substitutes.answerCall(coop, "shibuya", desk, call.offerId(), State.ACCEPTED);
        var task = picking.walk(coop, picker, SLOT).next().orElseThrow();
        assertThat(task.jan()).isEqualTo(SIX_EGGS);
        assertThat(task.instead().insteadOf()).contains("たまご 10個入");
        picking.mark(coop, picker, order.id(), task.lineNo(), 2);
        picking.close(coop, picker, order.id());
        var picked = orders.get(coop, order.id()).current();
        var putIn = lineOf(picked.lines(), SIX_EGGS);
        assertThat(putIn.insteadOf()).hasValue(line(order, EGGS));
        assertThat(putIn.unitPrice()).isEqualTo(Yen.of(268));
        assertThat(lineOf(picked.lines(), EGGS).quantity()).isZero();
        assertThat(picked.totals().goodsExTax()).isEqualTo(Yen.of(2480 + 2 * 268));
        assertThat(picked.totals().deliveryFee()).isEqualTo(order.current().totals().deliveryFee());
        assertThat(payments.get(coop, Payments.order(order.id())).amount())
                .isEqualTo(picked.totals().total());
        documents.write(coop, order.id());
        var note = documents.ofOrder(coop, order.id()).getFirst();
        assertThat(note.total()).isEqualTo(picked.totals().total());
        assertThat(note.content().lines()).extracting(PaperLine::name).contains("たまご 6個入（代わりの品）");
        assertThat(mails.to(accounts.get(coop, account).email(), 2).getFirst().text())
                .contains("■ 代わりにお入れした商品", "たまご 6個入");
    }

    @ParameterizedTest
    @CsvSource({"DECLINED", "NOT_REACHED"})
    @Rule({"N-PICK-2", "N-PICK-3"})
    @DisplayName("電話で「いいえ」か、つながらないときは、その商品を取り消す")
    void aNoOrNobodyOnThePhoneCancelsTheGoods(State said) {
        var order = shortOfEggs(Shortage.SUBSTITUTE);
        offer(order, SIX_EGGS);
        var call = substitutes.calls(coop, "shibuya").getFirst().offerId();
        substitutes.answerCall(coop, "shibuya", desk, call, said);
        assertThatThrownBy(
                        () -> substitutes.answerCall(coop, "shibuya", desk, call, State.ACCEPTED))
                .hasMessage("substitution/answered");
        assertThat(substitutes.get(coop, call).answeredBy()).contains(desk);
        picking.close(coop, picker, order.id());
        var picked = orders.get(coop, order.id()).current();
        assertThat(picked.lines()).hasSize(2);
        assertThat(picked.totals().goodsExTax()).isEqualTo(Yen.of(2480));
        assertThat(picked.totals().deliveryFee()).isEqualTo(order.current().totals().deliveryFee());
    }

    @Test
    @Rule("N-PICK-2")
    @DisplayName("取り消しを選んだ注文では、電話も代わりの品もない")
    void whoeverWantsNoneIsNotAsked() {
        var order = shortOfEggs(Shortage.CANCEL);
        assertThat(substituting.show(coop, picker, order.id(), line(order, EGGS)).suggestions())
                .isEmpty();
        assertThatThrownBy(() -> offer(order, SIX_EGGS)).hasMessage("substitution/not-wanted");
        picking.close(coop, picker, order.id());
        assertThat(orders.get(coop, order.id()).isPicked()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, 0, NOT, ''",
        "SAME_MAKER, 0, RULE, 4599000001064",
        "MY_LIST, 0, RULE, 4599000001071",
        "UP_TO, 288, RULE, ''",
        "UP_TO, 289, RULE, 4599000001064",
        "ASK, 0, MAIL, 4599000001064"
    })
    @Rule("X-PICK-1")
    @DisplayName("商品ごとのご希望は、注文のご希望に優先する")
    void theWishForALineComesFirst(LineWish.Kind kind, long most, Way way, String first) {
        favourites.add(coop, account, HEN_EGGS);
        wish(kind == LineWish.Kind.UP_TO ? LineWish.upTo(Yen.of(most)) : LineWish.of(kind));
        var order = shortOfEggs(kind == LineWish.Kind.NONE ? Shortage.SUBSTITUTE : Shortage.CANCEL);
        assertThat(wishes.ofCart(coop, order.memberId())).isEmpty();
        var goods = substituting.show(coop, picker, order.id(), line(order, EGGS));
        assertThat(goods.way()).isEqualTo(way);
        assertThat(goods.suggestions().stream().findFirst().map(it -> it.offer().jan().digits()))
                .isEqualTo(Optional.of(first).filter(it -> !it.isEmpty()));
        if (kind == LineWish.Kind.SAME_MAKER) {
            assertThatThrownBy(() -> offer(order, HEN_EGGS))
                    .hasMessage("substitution/not-suggested");
            offer(order, SIX_EGGS);
            offer(order, SIX_EGGS);
            assertThat(picking.walk(coop, picker, SLOT).next().orElseThrow().jan())
                    .isEqualTo(SIX_EGGS);
        }
    }

    @Test
    @Rule("X-PICK-1")
    @DisplayName("お気に入りに似た品がなければ、なにもおすすめしない")
    void anEmptyListOfOnesOwnOffersNothing() {
        wish(LineWish.of(LineWish.Kind.MY_LIST));
        var order = shortOfEggs(Shortage.SUBSTITUTE);
        assertThat(substituting.show(coop, picker, order.id(), line(order, EGGS)).suggestions())
                .isEmpty();
        var member = signedIn(account, Set.of());
        assertThat(words(get("orders/" + order.id(), member))).contains("品切れのとき：お気に入りの品ならよい");
    }

    @ParameterizedTest
    @CsvSource({
        // percent, yen, least of the coupon before tax; off before and after
        "10, 0, 0, 64, 57",
        "10, 0, 596, 64, 57",
        "0, 600, 0, 600, 578",
        "0, 500, 0, 500, 500",
    })
    @Rule({"N-PICK-2", "N-PICK-3", "N-CPN-2"})
    @DisplayName("商品のクーポンは代わりの品にも効き、値引きはその値段で計算しなおす")
    void aCouponForTheShortGoodsGoesWithTheSubstitute(
            int percent, long yen, long least, long before, long after) {
        var eggs = new Benefit.Target(Set.of(EGGS), Set.of());
        var benefit =
                percent > 0
                        ? new Benefit.Percent(percent, Yen.of(1000), eggs)
                        : new Benefit.Amount(Yen.of(yen), eggs);
        claim(CouponSamples.of(benefit).least(least).in(coop, couponDesk));
        var order = shortOfEggs(Shortage.SUBSTITUTE);
        assertThat(order.current().totals().discounted()).isEqualTo(Yen.of(before));
        offer(order, SIX_EGGS);
        var call = substitutes.calls(coop, "shibuya").getFirst().offerId();
        substitutes.answerCall(coop, "shibuya", desk, call, State.ACCEPTED);
        var task = picking.walk(coop, picker, SLOT).next().orElseThrow();
        picking.mark(coop, picker, order.id(), task.lineNo(), 2);
        picking.close(coop, picker, order.id());
        var totals = orders.get(coop, order.id()).current().totals();
        assertThat(totals.goodsExTax()).isEqualTo(Yen.of(2480 + 2 * 268));
        assertThat(totals.discounted()).isEqualTo(Yen.of(after));
        assertThat(payments.get(coop, Payments.order(order.id())).amount())
                .isEqualTo(totals.total());
        documents.write(coop, order.id());
        assertThat(documents.ofOrder(coop, order.id()).getFirst().total())
                .isEqualTo(totals.total());
    }

    @Test
    @Rule({"N-PICK-2", "N-CPN-2"})
    @DisplayName("代わりの品がいらないときは、その商品のクーポンも使わず、手元に戻る")
    void aCouponForGoodsThatNothingWasPutInForComesBack() {
        var eggs = new Benefit.Target(Set.of(EGGS), Set.of());
        var coupon = CouponSamples.of(new Benefit.Amount(Yen.of(100), eggs)).in(coop, couponDesk);
        claim(coupon);
        var order = shortOfEggs(Shortage.SUBSTITUTE);
        offer(order, SIX_EGGS);
        var call = substitutes.calls(coop, "shibuya").getFirst().offerId();
        substitutes.answerCall(coop, "shibuya", desk, call, State.DECLINED);
        picking.close(coop, picker, order.id());
        assertThat(orders.get(coop, order.id()).current().totals().discount()).isEmpty();
        claim(coupon);
    }

    private void claim(UUID coupon) {
        coupons.claim(coop, members.byAccount(coop, account).orElseThrow().memberId(), coupon);
    }

    @Test
    @Rule("X-PICK-1")
    @DisplayName("メールで聞き、期限の直前までのお返事を一度だけ受ける")
    void aMailAsksAndTheAnswerCountsOnce() {
        wish(LineWish.of(LineWish.Kind.ASK));
        var order = shortOfEggs(Shortage.CANCEL);
        offer(order, SIX_EGGS);
        var offer = offered(order);
        assertThat(offer.answerUntil()).isEqualTo(clock.instant().plus(Duration.ofMinutes(40)));
        var mail = mails.to(accounts.get(coop, account).email(), 2).getFirst();
        var token = substitutes.token(coop, offer.offerId());
        assertThat(mail.text())
                .contains(
                        "たまご 10個入", "たまご 6個入", "289円", token + "?answer=yes", token + "?answer=no");
        clock.standAt(offer.answerUntil().minusSeconds(1));
        substitutes.answer(coop, token, true);
        substitutes.answer(coop, token, true);
        assertThatThrownBy(() -> substitutes.answer(coop, token, false))
                .hasMessage("substitution/answered");
        clock.standAt(offer.answerUntil().plusSeconds(1));
        assertThat(offered(order).stateAt(clock.instant())).isEqualTo(State.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Rule("X-PICK-1")
    @DisplayName("期限までにお返事がなければ、ご案内したとおりにする")
    void noAnswerIsWhatWasToldBeforehand(boolean taken) {
        var terms = new SubstituteTerms(Duration.ofMinutes(40), taken, 30, 5);
        coops.decide(coop, terms, "", LocalDate.of(2026, 11, 1));
        wish(LineWish.of(LineWish.Kind.ASK));
        var order = shortOfEggs(Shortage.CANCEL);
        offer(order, SIX_EGGS);
        var offer = offered(order);
        clock.standAt(offer.answerUntil());
        var token = substitutes.token(coop, offer.offerId());
        assertThatThrownBy(() -> substitutes.answer(coop, token, true))
                .hasMessage("substitution/too-late");
        if (taken) {
            picking.mark(coop, picker, order.id(), offer.newLine(), 2);
        }
        picking.close(coop, picker, order.id());
        assertThat(orders.get(coop, order.id()).current().lines()).hasSize(taken ? 3 : 2);
        assertThat(offered(order).answered()).isEqualTo(taken ? State.ACCEPTED : State.DECLINED);
    }

    @Test
    @Rule("X-PICK-1")
    @DisplayName("「はい」と「いいえ」が同時に来ても、数えるのは一つ")
    void ofTwoAnswersAtOnceOneCounts() throws Exception {
        wish(LineWish.of(LineWish.Kind.ASK));
        var order = shortOfEggs(Shortage.CANCEL);
        offer(order, SIX_EGGS);
        var token = substitutes.token(coop, offered(order).offerId());
        var tries =
                IntStream.range(0, 6)
                        .<Callable<Boolean>>mapToObj(at -> () -> answers(token, at % 2 == 0))
                        .toList();
        try (var threads = Executors.newFixedThreadPool(6)) {
            long counted = 0;
            for (var answer : threads.invokeAll(tries)) {
                counted += answer.get() ? 1 : 0;
            }
            assertThat(counted).isEqualTo(3);
        }
    }

    @Test
    @DisplayName("見つかったときは、品切れの印といっしょに、代わりの品も取り下げる")
    void aMarkTakenBackTakesTheOfferBack() {
        wish(LineWish.of(LineWish.Kind.ASK));
        var order = shortOfEggs(Shortage.CANCEL);
        offer(order, SIX_EGGS);
        var token = substitutes.token(coop, offered(order).offerId());
        picking.undo(coop, picker, order.id(), line(order, EGGS));
        assertThatThrownBy(() -> substitutes.answer(coop, token, true))
                .isInstanceOf(NotFound.class);
        picking.mark(coop, picker, order.id(), line(order, EGGS), 2);
        picking.close(coop, picker, order.id());
        assertThat(orders.get(coop, order.id()).current().lines()).hasSize(2);
    }

    @Test
    @Rule({"N-PICK-2", "X-PICK-1"})
    @DisplayName("画面で、担当者は一押しですすめ、窓口は電話し、組合員はメールから答える")
    void thePagesDoAllOfIt() {
        var member = signedIn(account, Set.of());
        var order = place(Shortage.SUBSTITUTE);
        clock.standAt(jst("2026-11-20T10:00"));
        var staff = signedIn(picker.accountId(), Set.of(new StaffRole(Kind.PICKER, "shibuya")));
        var eggs = order.id() + "." + line(order, EGGS);
        var mark = Map.of("task", eggs, "found", "1");
        assertThat(post("office/picking/2026-11-20/2/mark", staff, mark))
                .hasStatus(303)
                .redirectedUrl()
                .endsWith("/instead?at=" + eggs);
        var instead = "office/picking/2026-11-20/2/instead";
        assertThat(words(get(instead + "?at=" + eggs, staff)))
                .contains("1点足りません", "たまご 6個入", "同じメーカー", "平飼いたまご 10個入");
        assertThat(post(instead, staff, Map.of("at", eggs, "product", HEN_EGGS.digits())))
                .hasStatus(303);
        var counter = signedIn(desk, Set.of(new StaffRole(Kind.DESK, "shibuya")));
        assertThat(words(get("office/calls", counter)))
                .contains("平飼いたまご 10個入", "03-1234-5678", "つながらない");
        var call = substitutes.calls(coop, "shibuya").getFirst().offerId();
        assertThat(post("office/calls/" + call, counter, Map.of("said", "YES"))).hasStatus(303);
        assertThat(words(get("office/calls", counter))).contains("代わりの品でよい", "佐藤");
        assertThat(get("office/calls", staff)).hasStatus(403);
        var token = substitutes.token(coop, call);
        assertThat(words(get("substitutes/" + token, member))).contains("代わりの品をお入れします");
        assertThat(get("substitutes/nonsense", member)).hasStatus(404);
    }

    @Test
    @Rule("X-PICK-1")
    @DisplayName("メールのリンクは、開いただけではなにも決まらない")
    void openingTheLinkDecidesNothing() {
        wish(LineWish.of(LineWish.Kind.ASK));
        var order = shortOfEggs(Shortage.CANCEL);
        offer(order, SIX_EGGS);
        var path = "substitutes/" + substitutes.token(coop, offered(order).offerId());
        var member = signedIn(account, Set.of());
        assertThat(words(get(path + "?answer=yes", member))).contains("代わりの品でよいですか", "取り消し");
        assertThat(offered(order).answered()).isEqualTo(State.OPEN);
        assertThat(post(path, member, Map.of("answer", "no"))).hasStatus(303);
        assertThat(offered(order).answered()).isEqualTo(State.DECLINED);
        assertThat(words(post(path, member, Map.of("answer", "yes")))).contains("と承っています");
    }

    @Test
    @Rule({"X-PICK-1", "X-PICK-2"})
    @DisplayName("カードでは、聞かずに、承認を受けた額を超える品を入れない")
    void nothingAboveTheCeilingIsPutInUnasked() {
        wish(LineWish.upTo(Yen.of(400)));
        var order = byCard();
        clock.standAt(jst("2026-11-20T10:00"));
        picking.mark(coop, picker, order.id(), line(order, EGGS), 0);
        assertThatThrownBy(() -> offer(order, HEN_EGGS)).hasMessage("substitution/above-ceiling");
        offer(order, SIX_EGGS);
        assertThat(offered(order).answered()).isEqualTo(State.ACCEPTED);
    }

    /** The card has put by exactly what the order comes to. */
    private Order byCard() {
        slots.offered(coop, SLOT.storeId());
        var member = members.byAccount(coop, account).orElseThrow().memberId();
        var address = members.addresses(coop, member).getFirst().addressId();
        deliveries.choose(coop, account, address, SLOT);
        carts.add(coop, account, RICE, 1);
        carts.add(coop, account, EGGS, 2);
        var cart = carts.view(coop, account);
        var asked =
                new PlaceOrder(
                        "a key of the test",
                        cart.id().orElseThrow(),
                        cart.revision(),
                        PaymentMethod.CARD,
                        TestOrders.NO_WISHES);
        var typed =
                new CardChoice.Typed(processor.token(TestProcessor.GOOD), clock.instant(), false);
        var outcome =
                checkout.confirm(
                        coop,
                        account,
                        Optional.empty(),
                        asked,
                        typed,
                        id -> URI.create("http://localhost/orders/" + id));
        return ((CardOutcome.Ordered) outcome).order();
    }

    @Test
    @Rule("N-PICK-2")
    @DisplayName("取り消したご注文のことは、もうお電話しない")
    void nobodyIsAskedAboutACancelledOrder() {
        var order = shortOfEggs(Shortage.SUBSTITUTE);
        offer(order, SIX_EGGS);
        assertThat(substitutes.calls(coop, "shibuya")).hasSize(1);
        orders.cancelByStaff(coop, desk, order.id(), "大雪のため");
        assertThat(substitutes.calls(coop, "shibuya")).isEmpty();
    }

    private boolean answers(String token, boolean yes) {
        try {
            substitutes.answer(coop, token, yes);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private void wish(LineWish wish) {
        var member = members.byAccount(coop, account).orElseThrow().memberId();
        wishes.choose(coop, member, Map.of(EGGS, wish));
    }

    private void offer(Order order, Jan jan) {
        substituting.offer(coop, picker, order.id(), line(order, EGGS), jan);
    }

    private Substitute offered(Order order) {
        return substitutes
                .ofOrders(coop, List.of(order.id()))
                .getOrDefault(order.id(), List.of())
                .getFirst();
    }

    /** Two packs of eggs were ordered and none is there; the rice is. */
    private Order shortOfEggs(Shortage preference) {
        var order = place(preference);
        clock.standAt(jst("2026-11-20T10:00"));
        picking.mark(coop, picker, order.id(), line(order, RICE), 1);
        picking.mark(coop, picker, order.id(), line(order, EGGS), 0);
        return order;
    }

    private Order place(Shortage preference) {
        var asked = new Wishes(preference, "", 0, 0, false, "", false);
        return some.place(coop, account, SLOT, asked, Map.of(RICE, 1, EGGS, 2));
    }

    private static int line(Order order, Jan jan) {
        return lineOf(order.current().lines(), jan).number();
    }

    private static OrderLine lineOf(List<OrderLine> lines, Jan jan) {
        return lines.stream().filter(it -> it.jan().equals(jan)).findFirst().orElseThrow();
    }

    private RequestPostProcessor signedIn(UUID id, Set<StaffRole> roles) {
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        SignedIn.of(coop, accounts.get(coop, id), roles), null, Set.of()));
    }

    private MvcTestResult get(String path, RequestPostProcessor who) {
        return http.get().uri("/" + coop + "/" + path).with(who).exchange();
    }

    private MvcTestResult post(String path, RequestPostProcessor who, Map<String, String> fields) {
        var request = http.post().uri("/" + coop + "/" + path).with(who).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private static String words(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replaceAll("(?s)<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }
}
