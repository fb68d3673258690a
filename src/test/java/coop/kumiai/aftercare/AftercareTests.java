package coop.kumiai.aftercare;

import static coop.kumiai.testing.SentForm.csrf;
import static coop.kumiai.testing.TestClock.jst;
import static coop.kumiai.testing.TestOrders.BEER;
import static coop.kumiai.testing.TestOrders.EGGS;
import static coop.kumiai.testing.TestOrders.MILK;
import static coop.kumiai.testing.TestOrders.NO_WISHES;
import static coop.kumiai.testing.TestOrders.RICE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.accounts.StaffRole.Kind;
import coop.kumiai.aftercare.MadeGood.Way;
import coop.kumiai.catalog.Jan;
import coop.kumiai.documents.Documents;
import coop.kumiai.documents.Paper;
import coop.kumiai.documents.PaperKind;
import coop.kumiai.fulfilment.AgeCheck;
import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.fulfilment.HandOver;
import coop.kumiai.fulfilment.Picking;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Joining;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.Orders;
import coop.kumiai.payments.Payment;
import coop.kumiai.payments.Payments;
import coop.kumiai.payments.Refund;
import coop.kumiai.payments.Refunds;
import coop.kumiai.stores.SlotId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.web.SignedIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** 返品 at the counter, and goods that were not right, from the report to the answer. */
@KumiaiTest
class AftercareTests {
    private static final SlotId SLOT = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);
    private static final SlotId NEXT = new SlotId("shibuya", LocalDate.of(2026, 11, 21), 3);

    @Autowired Returns returns;
    @Autowired Troubles troubles;
    @Autowired Refunds refunds;
    @Autowired Payments payments;
    @Autowired Documents documents;
    @Autowired Orders orders;
    @Autowired Picking picking;
    @Autowired DeliveryRuns runs;
    @Autowired Accounts accounts;
    @Autowired TestOrders some;
    @Autowired Mails mails;
    @Autowired BusinessClock clock;
    @Autowired MockMvcTester http;
    CoopId coop;
    UUID account;
    Staff desk;
    Order order;
    Paper note;

    @BeforeEach
    void aDeliveredOrder() {
        coop = some.coop();
        account = some.register(coop, Joining.EXISTING);
        desk = new Staff(some.staff(coop, Kind.DESK, "shibuya"), "shibuya");
        order = some.place(coop, account, SLOT, NO_WISHES, Map.of(RICE, 1, EGGS, 3, MILK, 2));
        clock.standAt(jst("2026-11-20T10:00"));
        var picker = new Staff(some.staff(coop, Kind.PICKER, "shibuya"), "shibuya");
        order.current()
                .lines()
                .forEach(it -> picking.mark(coop, picker, order.id(), it.number(), it.quantity()));
        picking.close(coop, picker, order.id());
        documents.write(coop, order.id());
        note = documents.ofOrder(coop, order.id()).getFirst();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20, true", "2026-11-27, true", "2026-11-28, false"})
    @Rule("N-RET-1")
    @DisplayName("返品は、お届けから7日目まで。8日目は受けない")
    void goodsComeBackUntilTheLastDay(String day, boolean taken) {
        handOver();
        clock.standAt(jst(day + "T18:00"));
        var asked = back(1, Way.REFUND, Map.of(line(EGGS), 1));
        if (taken) {
            assertThat(returns.takeBack(coop, desk, asked).paperNumber())
                    .isEqualTo("H-2026-000001");
        } else {
            assertThatThrownBy(() -> returns.takeBack(coop, desk, asked))
                    .hasMessage("aftercare/too-late");
        }
    }

    @Test
    @Rule("N-RET-1")
    @DisplayName("生鮮品は、初日でも返品も交換も受けない")
    void freshGoodsNeverComeBack() {
        handOver();
        for (var way : List.of(Way.REFUND, Way.EXCHANGE)) {
            var asked = back(1, way, Map.of(line(MILK), 1, line(EGGS), 1));
            assertThatThrownBy(() -> returns.takeBack(coop, desk, asked))
                    .hasMessage("aftercare/fresh");
        }
        assertThat(returns.ofOrder(coop, order.id())).isEmpty();
    }

    @Test
    @Rule("N-RET-1")
    @DisplayName("お渡しの前は、返品を受けない")
    void nothingComesBackBeforeItWasHandedOver() {
        assertThatThrownBy(
                        () ->
                                returns.takeBack(
                                        coop, desk, back(1, Way.REFUND, Map.of(line(EGGS), 1))))
                .hasMessage("aftercare/not-delivered");
    }

    @Test
    @Rule("N-RET-1")
    @DisplayName("一部ずつ返せて、返還請求書と同じ額が現金で返る。同じ品は二度返らない")
    void partsComeBackEachOnce() {
        handOver();
        var first = returns.takeBack(coop, desk, back(1, Way.REFUND, Map.of(line(EGGS), 2)));
        assertThat(returns.takeBack(coop, desk, back(1, Way.REFUND, Map.of(line(EGGS), 2))))
                .isEqualTo(first);
        var paper = documents.get(coop, first.paperNumber());
        assertThat(paper.kind()).isEqualTo(PaperKind.RETURN_INVOICE);
        assertThat(refundsOf())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.refundId()).isEqualTo(first.goodId());
                            assertThat(it.amount()).isEqualTo(paper.total());
                            assertThat(it.doneAt()).contains(clock.instant());
                        });
        returns.takeBack(coop, desk, back(2, Way.EXCHANGE, Map.of(line(EGGS), 1)));
        assertThat(refundsOf()).hasSize(1);
        assertThatThrownBy(
                        () ->
                                returns.takeBack(
                                        coop, desk, back(3, Way.REFUND, Map.of(line(EGGS), 1))))
                .hasMessage("aftercare/more-than-left");
        assertThatThrownBy(() -> returns.takeBack(coop, desk, back(4, Way.REFUND, Map.of())))
                .hasMessage("aftercare/nothing-chosen");
    }

    @Test
    @Rule("N-RET-1")
    @DisplayName("同時に返しても、届けた数より多くは返らない")
    void ofManyAtOnceOnlyWhatWasDeliveredComesBack() throws Exception {
        handOver();
        var tries =
                IntStream.range(0, 8)
                        .<Callable<Boolean>>mapToObj(at -> () -> comesBack(at))
                        .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            long taken = 0;
            for (var answer : threads.invokeAll(tries)) {
                taken += answer.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(3);
        }
        assertThat(documents.givenBack(coop, order.id())).containsEntry(line(EGGS), 3);
        assertThat(refundsOf()).hasSize(3);
    }

    @Test
    void anotherStoreHasNoSuchNote() {
        handOver();
        var meguro = new Staff(some.staff(coop, Kind.DESK, "meguro"), "meguro");
        assertThatThrownBy(() -> returns.open(coop, meguro, note.number()))
                .isInstanceOf(NotFound.class);
        var elsewhere = some.coop();
        assertThatThrownBy(() -> returns.open(elsewhere, desk, note.number()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @Rule("N-RET-2")
    @DisplayName("傷んでいた品のお知らせに、一部の返金とお届け直しで答え、メールで伝える")
    void whatWasNotRightIsMadeGood() {
        handOver();
        tell(new Trouble.Goods(line(MILK), Trouble.Kind.DAMAGED, 2));
        tell(new Trouble.Goods(line(MILK), Trouble.Kind.DAMAGED, 2));
        var told = troubles.open(coop, "shibuya").getFirst();
        assertThat(troubles.open(coop, "shibuya")).hasSize(1);
        assertThat(troubles.open(coop, "meguro")).isEmpty();
        var answer =
                new Answer(
                        Map.of(line(MILK), 1),
                        Map.of(line(MILK), 1),
                        Optional.of(NEXT),
                        "申し訳ございません。1本を返金し、1本をお届けします。");
        troubles.answer(coop, desk, told.troubleId(), answer);
        assertThat(troubles.open(coop, "shibuya")).isEmpty();
        assertThat(refunds.toPayOut(coop, "shibuya", Optional.empty(), 9))
                .singleElement()
                .satisfies(it -> assertThat(it.amount()).isEqualTo(Yen.of(257)));
        var mail = mails.to(accounts.get(coop, account).email(), 3).getFirst();
        assertThat(mail.text()).contains("1本を返金し", order.number());
        assertThat(troubles.toBring(coop, "shibuya")).isEmpty();
        clock.standAt(jst("2026-11-21T15:00"));
        var again = troubles.toBring(coop, "shibuya").getFirst();
        troubles.brought(coop, desk, again.goodId(), AgeCheck.NOT_ASKED);
        assertThat(troubles.toBring(coop, "shibuya")).isEmpty();
        assertThatThrownBy(() -> troubles.brought(coop, desk, again.goodId(), AgeCheck.NOT_ASKED))
                .hasMessage("aftercare/brought-already");
        assertThatThrownBy(() -> troubles.answer(coop, desk, told.troubleId(), answer))
                .hasMessage("aftercare/answered");
        assertThat(words(get("orders/" + order.id(), member())))
                .contains("お届けのあと", "傷んでいた", "1本を返金し", "お届け直し", "お渡し済み");
    }

    @Test
    @Rule("N-RET-2")
    @DisplayName("知らせられるのは自分の届いた品だけ。なにもしないときは、お受けできないと答える")
    void aReportIsOfOnesOwnDeliveredGoods() {
        var eggs = new Trouble.Goods(line(EGGS), Trouble.Kind.MISSING, 1);
        assertThatThrownBy(() -> tell(eggs)).hasMessage("aftercare/not-delivered");
        handOver();
        var other = some.register(coop, Joining.EXISTING);
        assertThatThrownBy(() -> troubles.tell(coop, other, order.id(), List.of(eggs), "", "key"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tell(new Trouble.Goods(line(EGGS), Trouble.Kind.MISSING, 4)))
                .hasMessage("aftercare/more-than-left");
        tell(eggs);
        var told = troubles.open(coop, "shibuya").getFirst();
        var nothing = new Answer(Map.of(), Map.of(), Optional.empty(), "");
        assertThatThrownBy(() -> troubles.answer(coop, desk, told.troubleId(), nothing))
                .hasMessage("aftercare/no-answer");
        var noSlot = new Answer(Map.of(), Map.of(line(EGGS), 1), Optional.empty(), "届けます。");
        assertThatThrownBy(() -> troubles.answer(coop, desk, told.troubleId(), noSlot))
                .hasMessage("aftercare/no-slot");
        troubles.answer(
                coop,
                desk,
                told.troubleId(),
                new Answer(Map.of(), Map.of(), Optional.empty(), "入れた記録がありました。"));
        assertThat(troubles.get(coop, told.troubleId()).state()).isEqualTo(Trouble.State.DECLINED);
        assertThat(returns.ofOrder(coop, order.id())).isEmpty();
    }

    @Test
    @Rule({"N-RET-1", "N-RET-2"})
    @DisplayName("窓口は納品書の番号から返品を受け、お知らせに答え、現金を渡す")
    void theCounterDoesAllOfIt() {
        handOver();
        var staff = signedIn(desk.accountId(), Kind.DESK);
        assertThat(post("office/aftercare", staff, Map.of("number", "n-2026-000001")))
                .hasStatus(303)
                .redirectedUrl()
                .endsWith("office/returns/N-2026-000001");
        assertThat(post("office/aftercare", staff, Map.of("number", "N-2026-000009")))
                .hasStatus(422);
        var page = "office/returns/" + note.number();
        assertThat(words(get(page, staff))).contains("生鮮品のため不可", "11/27(金)まで", "現金で返金する");
        var eggs = "line-" + line(EGGS);
        var once = UUID.randomUUID().toString();
        assertThat(words(post(page, staff, Map.of("once", once, eggs, "1"))))
                .contains("理由を書いてください");
        assertThat(post(page, staff, Map.of("once", once, eggs, "1", "reason", "多く頼んだ")))
                .hasStatus(303);
        assertThat(words(get(page, staff))).contains("多く頼んだ", "H-2026-000001", "現金でお返ししました");
        var home = "orders/" + order.id() + "/trouble";
        assertThat(words(get(home, member()))).contains("だいじょうぶだった", "たまご");
        assertThat(post(home, member(), Map.of("once", "first", eggs, "DAMAGED", "words", "割れた")))
                .hasStatus(303);
        var told = troubles.open(coop, "shibuya").getFirst().troubleId();
        var answer = Map.of("refund-" + line(EGGS), "1", "answer", "返金します。");
        assertThat(words(get("office/troubles/" + told, staff))).contains("割れた", "傷んでいた");
        assertThat(post("office/troubles/" + told, staff, answer)).hasStatus(303);
        var waiting =
                refunds.toPayOut(coop, "shibuya", Optional.empty(), 9)
                        .getFirst()
                        .refundId()
                        .toString();
        assertThat(words(get("office/aftercare", staff))).contains("現金を渡した");
        assertThat(post("office/aftercare/pay-out", staff, Map.of("refund", waiting)))
                .hasStatus(303);
        assertThat(refunds.toPayOut(coop, "shibuya", Optional.empty(), 9)).isEmpty();
    }

    @Test
    @Rule("N-RET-2")
    @DisplayName("一つの品を知らせるのは一度。同じ画面を二度送っても、一つのお知らせ")
    void eachPieceIsToldOfOnce() {
        handOver();
        tell(new Trouble.Goods(line(EGGS), Trouble.Kind.MISSING, 2));
        tell(new Trouble.Goods(line(EGGS), Trouble.Kind.MISSING, 2));
        assertThat(troubles.open(coop, "shibuya")).hasSize(1);
        assertThat(troubles.own(coop, account, order.id()).line(line(EGGS)).orElseThrow().left())
                .isOne();
        var two = List.of(new Trouble.Goods(line(EGGS), Trouble.Kind.DAMAGED, 2));
        assertThatThrownBy(() -> troubles.tell(coop, account, order.id(), two, "", "another"))
                .hasMessage("aftercare/more-than-left");
        var one = List.of(new Trouble.Goods(line(EGGS), Trouble.Kind.DAMAGED, 1));
        troubles.tell(coop, account, order.id(), one, "", "another");
        assertThat(troubles.open(coop, "shibuya")).hasSize(2);
    }

    @Test
    @Rule({"N-ALC-1", "N-RET-2"})
    @DisplayName("お届け直しのお酒も、年齢を確かめてから渡す")
    void alcoholBroughtAgainNeedsTheAgeCheckToo() {
        var beer = delivered(AgeCheck.PAPERS_SEEN);
        var number = line(beer, BEER);
        var damaged = List.of(new Trouble.Goods(number, Trouble.Kind.DAMAGED, 1));
        troubles.tell(coop, account, beer.id(), damaged, "", "of beer");
        var told = troubles.open(coop, "shibuya").getFirst();
        var again = new Answer(Map.of(), Map.of(number, 1), Optional.of(NEXT), "1本をお届けします。");
        troubles.answer(coop, desk, told.troubleId(), again);
        clock.standAt(jst("2026-11-21T15:00"));
        var good = troubles.toBring(coop, "shibuya").getFirst().goodId();
        var staff = signedIn(desk.accountId(), Kind.DESK);
        assertThat(words(get("office/redeliveries", staff))).contains("20歳以上ですか", "身分証を見た");
        assertThat(words(post("office/redeliveries", staff, Map.of("good", good.toString()))))
                .contains("どう確かめたか選んでください");
        assertThat(troubles.toBring(coop, "shibuya")).hasSize(1);
        var seen = Map.of("good", good.toString(), "age", "PAPERS_SEEN");
        assertThat(post("office/redeliveries", staff, seen)).hasStatus(303);
        assertThat(troubles.toBring(coop, "shibuya")).isEmpty();
    }

    @Test
    @Rule({"N-ALC-1", "N-RET-2"})
    @DisplayName("持ち帰ったお酒は、届いていないとは知らせられない")
    void alcoholThatWasKeptBackWasNeverTheirs() {
        var beer = delivered(AgeCheck.NOT_ASKED);
        var number = line(beer, BEER);
        assertThat(troubles.own(coop, account, beer.id()).line(number).orElseThrow().left())
                .isZero();
        var missing = List.of(new Trouble.Goods(number, Trouble.Kind.MISSING, 1));
        assertThatThrownBy(() -> troubles.tell(coop, account, beer.id(), missing, "", "of beer"))
                .hasMessage("aftercare/more-than-left");
    }

    /** Rice and two cans of beer, which the driver keeps back where nobody asked for the age. */
    private Order delivered(AgeCheck age) {
        clock.standAt(jst("2026-11-20T09:00"));
        var placed = some.place(coop, account, SLOT, NO_WISHES, Map.of(RICE, 1, BEER, 2));
        clock.standAt(jst("2026-11-20T10:00"));
        var picker = new Staff(some.staff(coop, Kind.PICKER, "shibuya"), "shibuya");
        placed.current()
                .lines()
                .forEach(it -> picking.mark(coop, picker, placed.id(), it.number(), it.quantity()));
        picking.close(coop, picker, placed.id());
        documents.write(coop, placed.id());
        var driver = new Staff(some.staff(coop, Kind.DRIVER, "shibuya"), "shibuya");
        if (age == AgeCheck.NOT_ASKED) {
            runs.keepAlcohol(coop, driver, placed.id());
        }
        var total = orders.get(coop, placed.id()).current().totals().total();
        runs.handOver(
                coop,
                driver,
                placed.id(),
                new HandOver(HandOver.Way.IN_PERSON, total, Yen.ZERO, age));
        return placed;
    }

    @Test
    @Rule("N-DELIV-2")
    @DisplayName("持ち帰ったご注文を窓口で取り消すと、代金はなくなり、全額の返還請求書ができる")
    void whatWentBackIsCalledOffAsAWhole() {
        var staff = signedIn(desk.accountId(), Kind.DESK);
        var page = "office/orders/" + order.id() + "/call-off";
        assertThat(words(post(page, staff, Map.of("reason", "ご不在")))).contains("持ち帰りになっていません");
        var driver = new Staff(some.staff(coop, Kind.DRIVER, "shibuya"), "shibuya");
        runs.bringBack(coop, driver, order.id());
        assertThat(words(post(page, staff, Map.of()))).contains("理由を書いてください");
        assertThat(orders.get(coop, order.id()).cancelled()).isFalse();
        var id = some.staff(coop, Kind.DESK, "meguro");
        var elsewhere = signedIn(coop, id, Set.of(new StaffRole(Kind.DESK, "meguro")));
        assertThat(post(page, elsewhere, Map.of("reason", "ご不在"))).hasStatus(404);

        assertThat(words(post(page, staff, Map.of("reason", "ご不在")))).contains("代金を返す手続きをしました");
        assertThat(post(page, staff, Map.of("reason", "ご不在"))).hasStatusOk();
        assertThat(orders.get(coop, order.id()).cancelled()).isTrue();
        assertThat(payments.get(coop, Payments.order(order.id())).state())
                .isEqualTo(Payment.State.VOID);
        assertThat(documents.ofOrder(coop, order.id()))
                .extracting(Paper::kind, Paper::total)
                .containsExactly(
                        tuple(PaperKind.DELIVERY_NOTE, note.total()),
                        tuple(PaperKind.RETURN_INVOICE, note.total()));
        assertThatThrownBy(() -> runs.bringAgain(coop, driver, order.id()))
                .isInstanceOf(NotFound.class);
        assertThat(mails.to(accounts.get(coop, account).email(), 3).getFirst().text())
                .contains(order.number(), "ご不在");
    }

    @Test
    @DisplayName("待っている現金は、そのお店だけが渡せる")
    void cashThatWaitsIsHandedOutInItsOwnStore() {
        handOver();
        tell(new Trouble.Goods(line(EGGS), Trouble.Kind.DAMAGED, 1));
        var told = troubles.open(coop, "shibuya").getFirst();
        var money = new Answer(Map.of(line(EGGS), 1), Map.of(), Optional.empty(), "返金します。");
        troubles.answer(coop, desk, told.troubleId(), money);
        var waiting =
                Map.of(
                        "refund",
                        refunds.toPayOut(coop, "shibuya", Optional.empty(), 9)
                                .getFirst()
                                .refundId()
                                .toString());
        var id = some.staff(coop, Kind.DESK, "meguro");
        var elsewhere = signedIn(coop, id, Set.of(new StaffRole(Kind.DESK, "meguro")));
        assertThat(post("office/aftercare/pay-out", elsewhere, waiting)).hasStatus(404);
        assertThat(refunds.toPayOut(coop, "shibuya", Optional.empty(), 9)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"meguro, shibuya, 200", "shibuya, meguro, 404"})
    @DisplayName("あるお店の役割では、ほかのお店の窓口に立てない")
    void aRoleInOneStoreOpensNothingInAnother(String picks, String sits, int status) {
        var roles = Set.of(new StaffRole(Kind.PICKER, picks), new StaffRole(Kind.DESK, sits));
        var staff = signedIn(coop, some.staff(coop, Kind.DESK, sits), roles);
        assertThat(get("office/returns/" + note.number(), staff)).hasStatus(status);
    }

    @ParameterizedTest
    @CsvSource({"PICKER, 403", "DRIVER, 403", "EDITOR, 403", "MANAGER, 200"})
    void onlyTheCounterTakesGoodsBack(Kind kind, int status) {
        var staff = signedIn(some.staff(coop, kind, "shibuya"), kind);
        assertThat(get("office/aftercare", staff)).hasStatus(status);
        assertThat(get("office/returns/" + note.number(), staff)).hasStatus(status);
    }

    private boolean comesBack(int at) {
        try {
            returns.takeBack(coop, desk, back(at + 10, Way.REFUND, Map.of(line(EGGS), 1)));
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private void tell(Trouble.Goods goods) {
        troubles.tell(coop, account, order.id(), List.of(goods), "", "the key of the form");
    }

    private GivenBack back(int key, Way way, Map<Integer, Integer> pieces) {
        return new GivenBack(new UUID(9, key), note.number(), way, pieces, "不要になった");
    }

    private void handOver() {
        var driver = new Staff(some.staff(coop, Kind.DRIVER, "shibuya"), "shibuya");
        var total = orders.get(coop, order.id()).current().totals().total();
        runs.handOver(
                coop,
                driver,
                order.id(),
                new HandOver(HandOver.Way.IN_PERSON, total, Yen.ZERO, AgeCheck.NOT_ASKED));
    }

    private int line(Jan jan) {
        return line(order, jan);
    }

    private static int line(Order of, Jan jan) {
        return of.current().lines().stream()
                .filter(it -> it.jan().equals(jan))
                .map(OrderLine::number)
                .findFirst()
                .orElseThrow();
    }

    private List<Refund> refundsOf() {
        return refunds.of(coop, Payments.order(order.id()));
    }

    private RequestPostProcessor member() {
        return signedIn(coop, account, Set.of());
    }

    private RequestPostProcessor signedIn(UUID staff, Kind kind) {
        return signedIn(coop, staff, Set.of(new StaffRole(kind, "shibuya")));
    }

    private RequestPostProcessor signedIn(CoopId of, UUID id, Set<StaffRole> roles) {
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        SignedIn.of(of, accounts.get(of, id), roles), null, Set.of()));
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
