package coop.kumiai.office;

import static coop.kumiai.accounts.db.Tables.AUDIT;
import static coop.kumiai.testing.SentForm.csrf;
import static coop.kumiai.testing.TestClock.jst;
import static coop.kumiai.testing.TestOrders.BEER;
import static coop.kumiai.testing.TestOrders.EGGS;
import static coop.kumiai.testing.TestOrders.RICE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.accounts.StaffRole.Kind;
import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.fulfilment.DeliveryState;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Joining;
import coop.kumiai.members.Members;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Wishes;
import coop.kumiai.stores.SlotId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.web.SignedIn;

import org.jooq.DSLContext;
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

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@KumiaiTest
class OfficePagesTests {
    private static final SlotId SECOND = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);
    private static final Wishes WISHES =
            new Wishes(Wishes.Shortage.SUBSTITUTE, "<b>魚は三枚に</b>", 2, 0, true, "山田商店", true);

    @Autowired MockMvcTester http;
    @Autowired TestOrders some;
    @Autowired Members members;
    @Autowired Accounts accounts;
    @Autowired DeliveryRuns runs;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    CoopId coop;
    Order order;

    @BeforeEach
    void anOrderPastItsCutoff() {
        coop = some.coop();
        order =
                some.place(
                        coop,
                        some.register(coop, Joining.IN_PERSON),
                        SECOND,
                        WISHES,
                        Map.of(RICE, 1, BEER, 1, EGGS, 3));
        clock.standAt(jst("2026-11-20T10:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "PICKER, '', 200",
        "DRIVER, '', 200",
        "DESK, '', 200",
        "PICKER, picking/2026-11-20/2, 200",
        "MANAGER, picking/2026-11-20/2, 200",
        "DRIVER, picking/2026-11-20/2, 403",
        "DESK, picking/2026-11-20/2, 403",
        "PICKER, picking/2026-11-20/2/list, 200",
        "DRIVER, picking/2026-11-20/2/boxes, 403",
        "DRIVER, run/2026-11-20/2, 200",
        "MANAGER, run/2026-11-20/2, 200",
        "PICKER, run/2026-11-20/2, 403",
        "DESK, run/2026-11-20/2, 403",
        "DESK, orders, 200",
        "MANAGER, orders, 200",
        "PICKER, orders, 403",
        "DRIVER, orders, 403",
        "DESK, claims, 200",
        "MANAGER, claims, 200",
        "PICKER, claims, 403",
        "DRIVER, claims, 403",
        "PICKER, orders/2026-11-20/2, 200",
        "MANAGER, policies, 200",
        "DESK, policies, 403",
        "PICKER, policies, 403"
    })
    void eachRoleOpensItsOwnPages(Kind kind, String page, int status) {
        assertThat(get(page, as(kind, "shibuya"))).hasStatus(status);
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "picking/2026-11-20/2",
        "run/2026-11-20/2",
        "orders",
        "orders/2026-11-20",
        "claims",
        "policies"
    })
    void visitorsAndMembersAreSentToTheStaffsSignIn(String page) {
        assertThat(http.get().uri("/{coop}/office/" + page, coop.code()))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .contains("/office/sign-in");
        var member = signedIn(some.register(coop, Joining.WEB), Set.of());
        assertThat(get(page, member)).hasStatus(403);
    }

    @Test
    @Rule("N-JOIN-3")
    @DisplayName("申し出の組合員コードは、窓口が理由を添えて決め、ご本人がマイページで見る")
    void theDeskDecidesOnAClaimedCode() {
        var claimant = some.register(coop, Joining.EXISTING);
        var id = members.byAccount(coop, claimant).orElseThrow().memberId();
        var desk = as(Kind.DESK, "shibuya");
        assertThat(get("claims", desk)).bodyText().contains("1000000009", "山田 花子", id.toString());
        assertThat(get("claims/" + id, desk))
                .bodyText()
                .contains("組合員と確認する", "名簿にない", "500円", "1960年4月1日");
        assertThat(post("claims/" + id, desk, "confirmed", "true", "reason", ""))
                .hasStatus(422)
                .bodyText()
                .contains("理由を書いてください");
        assertThat(post("claims/" + id, desk, "confirmed", "false", "reason", "該当なし<b>"))
                .hasStatus(303);
        assertThat(get("claims/" + id, desk))
                .bodyText()
                .contains("名簿にないとお返事しました", "該当なし&lt;b&gt;")
                .doesNotContain("組合員と確認する");
        assertThat(post("claims/" + id, desk, "confirmed", "true", "reason", "あった"))
                .hasStatus(422)
                .bodyText()
                .contains("もうお返事しました");
        assertThat(
                        http.get()
                                .uri("/{coop}/account", coop.code())
                                .with(signedIn(claimant, Set.of())))
                .bodyText()
                .contains("1000000009は、お店の名簿で確かめられませんでした（該当なし&lt;b&gt;）", "出資金500円");
    }

    @Test
    void whoWorksAtAnotherCoopIsNobodyHere() {
        var elsewhere = some.coop();
        assertThat(
                        http.get()
                                .uri("/{coop}/office/", elsewhere.code())
                                .with(as(Kind.MANAGER, "shibuya")))
                .hasStatus3xxRedirection();
    }

    @Test
    void thePickerOfOneStoreNeverSeesTheOrdersOfAnother() {
        var meguro = as(Kind.PICKER, "meguro");
        assertThat(get("picking/2026-11-20/2", meguro)).bodyText().doesNotContain("米 5kg");
        assertThat(get("orders/2026-11-20/2", meguro)).bodyText().doesNotContain(order.number());
        assertThat(
                        post(
                                "picking/2026-11-20/2/mark",
                                meguro,
                                "task",
                                order.id() + ".1",
                                "found",
                                "1"))
                .hasStatus(404);
        assertThat(post("picking/2026-11-20/2/boxes", meguro, "order", order.id().toString()))
                .hasStatus(404);
        var driver = as(Kind.DRIVER, "meguro");
        assertThat(get("stop/" + order.id(), driver)).hasStatus(404);
        assertThat(post("stop/" + order.id() + "/bring-back", driver)).hasStatus(404);
        assertThat(post("orders", as(Kind.DESK, "meguro"), "number", order.number(), "reason", "x"))
                .hasStatus(422)
                .bodyText()
                .doesNotContain("山田");
    }

    @Test
    void aFormWithoutItsTokenIsNotTaken() {
        assertThat(
                        http.post()
                                .uri(
                                        "/{coop}/office/stop/{order}/bring-back",
                                        coop.code(),
                                        order.id())
                                .with(as(Kind.DRIVER, "shibuya")))
                .hasStatus(403);
    }

    @Test
    void theHomeShowsTheDayAndWhatIsToDo() {
        assertThat(get("", as(Kind.PICKER, "shibuya")))
                .hasStatusOk()
                .bodyText()
                .contains("渋谷店", "2便をピッキングする", "のこり 3品", "11/20(金) 10時")
                .doesNotContain("配達する");
    }

    @Test
    @Rule({"N-SLOT-5", "N-PICK-1"})
    void beforeTheCutoffThePickerIsToldWhenItIs() {
        clock.standAt(jst("2026-11-20T09:59:59"));
        assertThat(get("picking/2026-11-20/2", as(Kind.PICKER, "shibuya")))
                .hasStatus(422)
                .bodyText()
                .contains("10時")
                .doesNotContain("米 5kg");
    }

    @Test
    @Rule({"N-PICK-1", "N-PICK-2"})
    void thePickerWalksMarksTakesBackAndCloses() {
        var picker = as(Kind.PICKER, "shibuya");
        assertThat(get("picking/2026-11-20/2", picker))
                .bodyText()
                .contains("A-02-1", "たまご 10個入", "3点 → 箱 1", "代わりの品を希望", "足りない");
        var eggs = key(0);
        assertThat(get("picking/2026-11-20/2/short?at=" + eggs, picker)).bodyText().contains("2点");
        assertThat(mark(picker, eggs, 2)).hasStatus(303);
        assertThat(get("picking/2026-11-20/2?last=" + eggs, picker))
                .bodyText()
                .contains("米 5kg", "2点だけ", "元に戻す");
        assertThat(post("picking/2026-11-20/2/undo", picker, "task", eggs)).hasStatus(303);
        assertThat(mark(picker, eggs, 4)).hasStatus(422).bodyText().contains("ご注文は3点");
        assertThat(mark(picker, eggs, 2)).hasStatus(303);
        assertThat(mark(picker, eggs, 3)).hasStatus(422).bodyText().contains("2点と記録");
        assertThat(close(picker)).hasStatus(422).bodyText().contains("あと2品");
        mark(picker, key(1), 1);
        mark(picker, key(2), 1);
        assertThat(get("picking/2026-11-20/2/boxes", picker))
                .bodyText()
                .contains("箱 1 を閉じる", "3点のうち 1点不足");
        assertThat(close(picker)).hasStatus(303);
        assertThat(get("picking/2026-11-20/2/boxes", picker)).bodyText().contains("ピッキングが終わりました");
    }

    @Test
    @Rule({"N-DELIV-1", "N-JOIN-2", "N-ALC-1", "N-PAY-2"})
    void theDriverSeesWhatToTakeAndHandsOver() {
        pickAll();
        var driver = as(Kind.DRIVER, "shibuya");
        assertThat(get("run/2026-11-20/2", driver))
                .bodyText()
                .contains("のこり 1件", "山田 花子様", "出資金 <strong>500円", "お酒", "置き配", "領収書");
        assertThat(get("stop/" + order.id(), driver))
                .bodyText()
                .contains("桜丘町", "0312345678", "同じ硬貨は20枚まで", "出資金（代金とは別に）", "500円")
                .contains("20歳以上", "山田商店", "&lt;b&gt;魚は三枚に", "玄関に置いた")
                .doesNotContain("<b>魚");
        assertThat(handOver(driver, "IN_PERSON"))
                .hasStatus(422)
                .bodyText()
                .contains("円を受け取って", "出資金500円を", "20歳以上であること");
        assertThat(state()).isEqualTo(DeliveryState.PICKED);
        var cash = Long.toString(cash());
        assertThat(handOver(driver, "AT_DOOR", "cash", cash, "share", "500", "age", "EVIDENT"))
                .hasStatus(303);
        assertThat(handOver(driver, "AT_DOOR", "cash", cash, "share", "500", "age", "EVIDENT"))
                .hasStatus(303);
        assertThat(state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(get("run/2026-11-20/2?done=" + order.id(), driver))
                .bodyText()
                .contains("お渡ししました", "配達先はすべて済みました");
    }

    @Test
    @Rule("N-DELIV-2")
    void nobodyAtHomeLeavesANoteAndACallBringsItAgain() {
        pickAll();
        var driver = as(Kind.DRIVER, "shibuya");
        assertThat(post("stop/" + order.id() + "/bring-back", driver)).hasStatus(303);
        assertThat(get("stop/" + order.id(), driver))
                .bodyText()
                .contains("連絡票", "17時までのお電話", "再配達する", "元に戻す");
        assertThat(post("stop/" + order.id() + "/again", driver)).hasStatus(303);
        assertThat(get("stop/" + order.id(), driver)).bodyText().contains("再配達", "玄関に置いた");
        assertThat(post("stop/" + order.id() + "/bring-back", driver)).hasStatus(303);
        clock.standAt(jst("2026-11-20T17:00:01"));
        assertThat(post("stop/" + order.id() + "/again", driver))
                .hasStatus(422)
                .bodyText()
                .contains("17時まで");
        assertThat(post("stop/" + order.id() + "/undo", driver)).hasStatus(303);
        assertThat(state()).isEqualTo(DeliveryState.PICKED);
    }

    @Test
    void theDeskLooksAnOrderUpWithAReasonThatIsWrittenDown() {
        var desk = as(Kind.DESK, "shibuya");
        assertThat(post("orders", desk, "number", order.number(), "reason", " "))
                .hasStatus(422)
                .bodyText()
                .contains("理由を書いてください")
                .doesNotContain("0312345678");
        assertThat(audited()).isZero();
        assertThat(post("orders", desk, "number", "99999999", "reason", "お問い合わせ")).hasStatus(422);
        assertThat(post("orders", desk, "number", wide(order.number()), "reason", "お問い合わせ"))
                .hasStatusOk()
                .bodyText()
                .contains("山田 花子", "0312345678", "米 5kg", "代わりの品を希望");
        assertThat(audited()).isEqualTo(1);
    }

    @Test
    void listsOfOrdersNameNoMember() {
        assertThat(get("orders/2026-11-20", as(Kind.MANAGER, "shibuya")))
                .bodyText()
                .contains(order.number(), "合計 1件")
                .doesNotContain("山田", "桜丘町");
        assertThat(get("orders/2026-11-20?state=DELIVERED", as(Kind.MANAGER, "shibuya")))
                .bodyText()
                .contains("ご注文はありません");
    }

    @Test
    void theManagerReadsThePolicies() {
        assertThat(get("policies", as(Kind.MANAGER, "shibuya")))
                .bodyText()
                .contains("再配達のない便", "4、5", "1,500円", "世田谷店", "はじめの規程", "いま");
    }

    @Test
    void theManagerDecidesAPolicyForAComingDayWithAReason() {
        var manager = as(Kind.MANAGER, "shibuya");
        assertThat(get("policies/fulfilment.redelivery", manager))
                .bodyText()
                .contains("17:00", "4、5");
        assertThat(change(manager, "16時", "2026-11-20", ""))
                .hasStatus(422)
                .bodyText()
                .contains("例：17:00", "明日以降", "理由を書いてください");
        assertThat(change(manager, "１６：００", "2026-11-21", "冬の日没"))
                .hasStatusOk()
                .bodyText()
                .contains("17時", "16時", "冬の日没", "この内容で決める");
        assertThat(change(manager, "16:00", "2026-11-21", "冬の日没", "confirmed", "true"))
                .hasStatus(303);
        assertThat(change(manager, "15:00", "2026-11-21", "もう一度", "confirmed", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("もう決まっています");
        assertThat(get("policies", manager)).bodyText().contains("冬の日没", "これから");
        assertThat(change(as(Kind.DESK, "shibuya"), "16:00", "2026-11-22", "x")).hasStatus(403);
        assertThat(get("policies/stores.slots", manager)).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({
        "picking/2026-11-20/99",
        "picking/2026-02-30/2",
        "picking/2026-11-20/two",
        "run/2026-11-20/99",
        "stop/nothing",
        "stop/00000000-0000-7000-8000-000000000000",
        "picking/2026-11-20/2?at=nothing",
        "orders/2026-11-20?state=odd"
    })
    void addressesThatLeadNowhereSaySo(String page) {
        var answer = get(page, as(Kind.MANAGER, "shibuya"));
        assertThat(answer.getResponse().getStatus()).isIn(400, 404);
    }

    private void pickAll() {
        var picker = as(Kind.PICKER, "shibuya");
        mark(picker, key(0), 3);
        mark(picker, key(1), 1);
        mark(picker, key(2), 1);
        assertThat(close(picker)).hasStatus(303);
    }

    /** The n-th product of the walk: eggs, rice, beer. */
    private String key(int place) {
        var jan = List.of(EGGS, RICE, BEER).get(place);
        var line =
                order.current().lines().stream()
                        .filter(it -> it.jan().equals(jan))
                        .findFirst()
                        .orElseThrow();
        return order.id() + "." + line.number();
    }

    private MvcTestResult mark(RequestPostProcessor picker, String task, int found) {
        return post(
                "picking/2026-11-20/2/mark",
                picker,
                "task",
                task,
                "found",
                Integer.toString(found));
    }

    private MvcTestResult close(RequestPostProcessor picker) {
        return post("picking/2026-11-20/2/boxes", picker, "order", order.id().toString());
    }

    private MvcTestResult handOver(RequestPostProcessor driver, String way, String... taken) {
        var form = new java.util.ArrayList<>(List.of("way", way));
        form.addAll(List.of(taken));
        return post("stop/" + order.id() + "/hand-over", driver, form.toArray(String[]::new));
    }

    private MvcTestResult change(
            RequestPostProcessor who, String callBy, String from, String reason, String... more) {
        var form =
                new java.util.ArrayList<>(
                        List.of("callBy", callBy, "slotsWithout", "4、5", "from", from));
        form.addAll(List.of("reason", reason));
        form.addAll(List.of(more));
        return post("policies/fulfilment.redelivery", who, form.toArray(String[]::new));
    }

    private MvcTestResult get(String page, RequestPostProcessor who) {
        return http.get().uri("/" + coop.code() + "/office/" + page).with(who).exchange();
    }

    private MvcTestResult post(String page, RequestPostProcessor who, String... form) {
        var request = http.post().uri("/" + coop.code() + "/office/" + page).with(who).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private RequestPostProcessor as(Kind kind, String storeId) {
        return signedIn(some.staff(coop, kind, storeId), Set.of(new StaffRole(kind, storeId)));
    }

    private RequestPostProcessor signedIn(UUID account, Set<StaffRole> roles) {
        var principal = SignedIn.of(coop, accounts.get(coop, account), roles);
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of()));
    }

    private DeliveryState state() {
        return runs.find(coop, order.id()).orElseThrow().state();
    }

    private long cash() {
        return order.current().totals().total().amount();
    }

    private int audited() {
        return sql.fetchCount(
                AUDIT,
                AUDIT.COOP_ID.eq(coop.code()),
                AUDIT.SUBJECT.eq(order.memberId().toString()),
                AUDIT.ACTION.eq("order.looked-at"));
    }

    private static String wide(String digits) {
        return digits.chars()
                .filter(Character::isDigit)
                .mapToObj(digit -> Character.toString(digit - '0' + '０'))
                .reduce("", String::concat);
    }
}
