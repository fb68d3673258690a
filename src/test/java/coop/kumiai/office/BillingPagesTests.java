package coop.kumiai.office;

import static coop.kumiai.accounts.db.Tables.AUDIT;
import static coop.kumiai.testing.SentForm.csrf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.accounts.StaffRole.Kind;
import coop.kumiai.billing.Billing;
import coop.kumiai.billing.BillingDesk;
import coop.kumiai.billing.Closings;
import coop.kumiai.billing.LineTax;
import coop.kumiai.billing.NewLine;
import coop.kumiai.billing.PaymentFiles;
import coop.kumiai.billing.Statements;
import coop.kumiai.billing.TakeBacks;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.ShareBills;
import coop.kumiai.members.Shares;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.web.SignedIn;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@KumiaiTest
class BillingPagesTests {
    private static final LocalDate NOV_20 = LocalDate.of(2026, 11, 20);
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    @Autowired MockMvcTester http;
    @Autowired Billing billing;
    @Autowired BillingDesk desk;
    @Autowired TakeBacks takeBacks;
    @Autowired Closings closings;
    @Autowired Statements statements;
    @Autowired PaymentFiles files;
    @Autowired Shares shares;
    @Autowired ShareBills bills;
    @Autowired Accounts accounts;
    @Autowired TestCoops coops;
    @Autowired TestMembers some;
    @Autowired TestOrders orders;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    CoopId coop;
    UUID staff;
    UUID hanako;
    Kind role = Kind.DESK;

    @BeforeEach
    void aStatement() {
        coop = coops.school();
        staff = orders.staff(coop, Kind.DESK, "honbu");
        hanako = some.applied(coop).memberId();
        shares.payIn(coop, hanako, Yen.of(5000), staff, "joining", "振込");
        var line = new NewLine(hanako, "one", "orders", NOV_20, "米", Yen.of(3000), LineTax.NONE);
        billing.add(coop, line);
        clock.standAt(TestClock.jst("2026-11-21T01:00"));
        closings.closeDue(coop);
        clock.standAt(TestClock.jst("2026-11-28T09:00"));
    }

    @Test
    void closingsAndUnpaidStatementsAreListed() {
        assertThat(get("billing")).hasStatusOk().bodyText().contains("2026年11月20日(金)", "3,000円");
        assertThat(get("billing/progress")).hasStatusOk().bodyText().contains("行われている締めはありません");
        assertThat(get("billing/unpaid")).hasStatusOk().bodyText().contains("山田 花子", "3,000円");
        assertThat(get("billing/unpaid?after=nonsense")).hasStatus(404);
        var after = "2026-12-27_" + hanako + "_2026-11-20";
        assertThat(get("billing/unpaid?after=" + after))
                .hasStatusOk()
                .bodyText()
                .contains("未収の請求はありません");
    }

    @Test
    void whoLooksAtAStatementIsWrittenDown() {
        assertThat(get(statement())).hasStatusOk().bodyText().contains("山田 花子", "米");
        assertThat(notes("billing.looked-at")).isEqualTo(1);
    }

    @Test
    void moneyAtTheDeskNeedsAnAmountAndAReason() {
        assertThat(post(statement(), Map.of("open", "3000", "amount", "3000")))
                .hasStatus(422)
                .bodyText()
                .contains("理由を書いてください");
        assertThat(post(statement(), Map.of("open", "3000", "amount", "x", "reason", "窓口")))
                .hasStatus(422)
                .bodyText()
                .contains("1円から3,000円まで");
        var typed = Map.of("open", "3000", "amount", "３，０００円", "reason", "窓口で現金");
        assertThat(post(statement(), typed)).hasStatus(303);
        assertThat(post(statement(), typed)).hasStatus(303);
        assertThat(statements.get(coop, hanako, NOV_20).isSettled()).isTrue();
        assertThat(notes("billing.received")).isEqualTo(1);
    }

    @Test
    void aGoodFileIsTakenAndABadOneSaysWhatIsWrong() {
        assertThat(send(new byte[0])).hasStatus(422).bodyText().contains("ファイルを選んでください");
        assertThat(send("名前,金額".getBytes(SHIFT_JIS)))
                .hasStatus(422)
                .bodyText()
                .contains("誤りが1件", "1行目: 振込入金通知");
        assertThat(files.latest(coop, 1)).isEmpty();
        assertThat(send(transfer("ﾀﾅｶ ﾐｻｷ", 3000))).hasStatus(303);
        assertThat(get("billing/files"))
                .hasStatusOk()
                .bodyText()
                .contains("振込入金通知", "bank.txt", "3,000円");
        assertThat(send(transfer("ﾀﾅｶ ﾐｻｷ", 3000))).hasStatus(422).bodyText().contains("取り込み済み");
    }

    @Test
    void aFileWhosePaymentIsRefusedSaysWhyAndChangesNothing() {
        var taro = some.applied(coop).memberId();
        clock.standAt(TestClock.jst("2026-12-21T01:00"));
        closings.closeDue(coop);
        var day = LocalDate.of(2026, 12, 20);
        var bill = bills.of(coop, taro).getFirst().billId();
        var other = some.applied(coop).memberId();
        shares.payIn(coop, other, Yen.of(5000), staff, "statement:" + bill, "振込");
        var number = statements.get(coop, taro, day).payerNumber();
        assertThat(send(transfer(number + " ﾔﾏﾀﾞ ﾊﾅｺ", 5000)))
                .hasStatus(422)
                .bodyText()
                .contains("内容の異なる");
        assertThat(statements.get(coop, taro, day).isSettled()).isFalse();
        assertThat(files.latest(coop, 1)).isEmpty();
    }

    @Test
    void aSharePaymentThatIsConfirmedIsWrittenDownWithItsReason() {
        hanako = some.applied(coop).memberId();
        clock.standAt(TestClock.jst("2026-12-21T01:00"));
        bills.close(coop);
        var bill = bills.of(coop, hanako).getFirst().billId();
        assertThat(get("shares")).hasStatusOk().bodyText().contains("山田 花子", "5,000円");
        assertThat(get("shares?after=nonsense")).hasStatus(404);
        assertThat(get("shares?after=2027-12-31_" + bill))
                .hasStatusOk()
                .bodyText()
                .contains("未入金の請求はありません");
        assertThat(post("shares/" + bill + "/paid", Map.of())).hasStatus(422);
        assertThat(notes("share.paid-in")).isZero();
        for (var i = 0; i < 2; i++) {
            assertThat(post("shares/" + bill + "/paid", Map.of("reason", "通帳"))).hasStatus(303);
        }
        assertThat(shares.holding(coop, hanako).capital().yen()).isEqualTo(Yen.of(5000));
        assertThat(notes("share.paid-in")).isEqualTo(1);
    }

    @Test
    void moneyThatWaitsIsMatchedByStaff() {
        assertThat(send(transfer("ﾀﾅｶ ﾐｻｷ", 3000))).hasStatus(303);
        assertThat(get("billing/receipts")).hasStatusOk().bodyText().contains("タナカ ミサキ");
        var path = "billing/receipts/" + waiting();
        assertThat(get(path)).hasStatusOk().bodyText().contains("当てはまる未払いの請求はありません");
        var number = Long.toString(statements.get(coop, hanako, NOV_20).payerNumber());
        assertThat(post(path, Map.of("words", number))).hasStatusOk().bodyText().contains("山田 花子");
        assertThat(post(path, Map.of("words", "やまだ"))).hasStatusOk().bodyText().contains("山田 花子");
        assertThat(post(path + "/match", Map.of("reason", "電話")))
                .hasStatus(422)
                .bodyText()
                .contains("お選びください");
        for (var garbled : List.of(hanako + "/2026-99-99", "-".repeat(36) + "/2026-11-20")) {
            assertThat(post(path + "/match", Map.of("due", garbled, "reason", "電話")))
                    .hasStatus(422);
        }
        var due = hanako + "/2026-11-20";
        assertThat(post(path + "/match", Map.of("due", due, "words", number)))
                .hasStatus(422)
                .bodyText()
                .contains("理由を書いてください");
        assertThat(post(path + "/match", Map.of("due", due, "reason", "電話で確かめた"))).hasStatus(303);
        assertThat(statements.get(coop, hanako, NOV_20).isSettled()).isTrue();
        assertThat(notes("billing.matched")).isEqualTo(1);
        assertThat(get(path)).hasStatus(404);
    }

    @Test
    void moneyInAnotherNameIsAllottedToWhomTheNumberMeansWithAReason() {
        var number = statements.get(coop, hanako, NOV_20).payerNumber();
        assertThat(send(transfer(number + " ﾔﾏﾀﾞ ｲﾁﾛｳ", 3000))).hasStatus(303);
        var path = "billing/receipts/" + waiting();
        assertThat(get(path))
                .hasStatusOk()
                .bodyText()
                .contains("ふりがなとちがいます", "value=\"" + hanako + "/2026-11-20\" selected");
        var due = hanako + "/2026-11-20";
        assertThat(post(path + "/match", Map.of("due", due))).hasStatus(422);
        var press = Map.of("due", due, "reason", "名義とお客様番号を確かめた");
        assertThat(post(path + "/match", press)).hasStatus(303);
        assertThat(statements.get(coop, hanako, NOV_20).isSettled()).isTrue();
        assertThat(notes("billing.matched")).isEqualTo(1);
    }

    @Test
    void moneyThatWaitsIsSetAsideWithAReason() {
        send(transfer("ﾀﾅｶ ﾐｻｷ", 100));
        var path = "billing/receipts/" + waiting() + "/set-aside";
        assertThat(post(path, Map.of())).hasStatus(422).bodyText().contains("理由を書いてください");
        assertThat(post(path, Map.of("reason", "返金した"))).hasStatus(303);
        assertThat(desk.countWaiting(coop)).isZero();
        assertThat(post(path, Map.of("reason", "返金した")))
                .hasStatus(422)
                .bodyText()
                .contains("もう処理が済んでいます");
    }

    @Test
    void aRecordedPaymentIsTakenBackFromItsStatement() {
        post(statement(), Map.of("open", "3000", "amount", "3000", "reason", "窓口で現金"));
        assertThat(get("billing/unpaid")).bodyText().contains("未収の請求はありません");
        assertThat(post("billing/statements", Map.of("words", "やまだ")))
                .hasStatusOk()
                .bodyText()
                .contains("お支払い済み", statement());
        var path = "billing/receipts/" + paying() + "/take-back";
        assertThat(get(statement())).bodyText().contains(path);
        assertThat(get(path)).hasStatusOk().bodyText().contains("山田 花子", "3,000円");
        assertThat(post(path, Map.of("reason", "人ちがい")))
                .hasStatus(422)
                .bodyText()
                .contains("お選びください");
        assertThat(post(path, Map.of("fate", "GONE"))).hasStatus(422).bodyText().contains("理由を書いて");
        assertThat(notes("billing.taken-back")).isZero();
        assertThat(post(path, Map.of("fate", "WAITS", "reason", "人ちがい"))).hasStatus(303);
        assertThat(statements.get(coop, hanako, NOV_20).open()).isEqualTo(Yen.of(3000));
        assertThat(notes("billing.taken-back")).isEqualTo(1);
        assertThat(get("billing/receipts")).bodyText().contains("消込みを取り消しました: 人ちがい");
        assertThat(post(path, Map.of("fate", "GONE", "reason", "人ちがい")))
                .hasStatus(422)
                .bodyText()
                .contains("どの請求にも当てられていません");
        assertThat(get(path)).hasStatus(303);
    }

    @Test
    void aReversalThatWaitsLeadsToThePaymentThatItMeans() {
        post(statement(), Map.of("open", "3000", "amount", "3000", "reason", "窓口で現金"));
        assertThat(send(transfer("ﾀﾅｶ ﾐｻｷ", 3000, "1"))).hasStatus(303);
        var reversal = waiting();
        var page = "billing/receipts/" + reversal;
        assertThat(get(page)).hasStatusOk().bodyText().contains("どの入金の取消しですか", "同じものはありません");
        var way = "billing/receipts/" + paying() + "/take-back?reversal=" + reversal;
        assertThat(post(page, Map.of("words", "やまだ"))).hasStatusOk().bodyText().contains(way);
        assertThat(get(way)).hasStatusOk().bodyText().contains("value=\"" + reversal + "\"");
        assertThat(post(way, Map.of("fate", "GONE", "reason", "銀行の知らせ"))).hasStatus(303);
        assertThat(statements.get(coop, hanako, NOV_20).open()).isEqualTo(Yen.of(3000));
        assertThat(desk.countWaiting(coop)).isZero();
    }

    @Test
    void onlyTheDeskTakesPaymentsBack() {
        post(statement(), Map.of("open", "3000", "amount", "3000", "reason", "窓口で現金"));
        var path = "billing/receipts/" + paying() + "/take-back";
        role = Kind.EDITOR;
        assertThat(get(path)).hasStatus(403);
        assertThat(post(path, Map.of("fate", "GONE", "reason", "x"))).hasStatus(403);
        role = Kind.DESK;
        coop = coops.school();
        staff = orders.staff(coop, Kind.DESK, "honbu");
        assertThat(get(path)).hasStatus(404);
        assertThat(post(path, Map.of("fate", "GONE", "reason", "x"))).hasStatus(404);
    }

    @Test
    void anotherCoopSeesNothingOfIt() {
        send(transfer("ﾀﾅｶ ﾐｻｷ", 100));
        var receipt = waiting();
        var path = statement();
        coop = coops.school();
        staff = orders.staff(coop, Kind.DESK, "honbu");
        assertThat(get("billing/receipts/" + receipt)).hasStatus(404);
        assertThat(get(path)).hasStatus(404);
        assertThat(get("billing/unpaid")).bodyText().contains("未収の請求はありません");
    }

    private static byte[] transfer(String name, long yen) {
        return transfer(name, yen, " ");
    }

    private static byte[] transfer(String name, long yen, String cancelled) {
        var bank = "9998" + pad("", 15) + "002" + pad("", 15) + "1" + "7654321";
        var header = pad("1010081128081127081127" + bank, 200);
        var data = "2000001081127081127%010d".formatted(yen) + "0".repeat(20) + pad(name, 48);
        var sum = "000001%012d".formatted(yen);
        var trailer = "8" + (cancelled.equals("1") ? "0".repeat(18) + sum : sum + "0".repeat(18));
        var line = pad(pad(data, 127) + cancelled, 200);
        return String.join("\r\n", header, line, pad(trailer, 200), pad("9", 200))
                .getBytes(SHIFT_JIS);
    }

    private static String pad(String text, int length) {
        return text + " ".repeat(length - text.length());
    }

    private UUID waiting() {
        return desk.waiting(coop, Optional.empty(), 1).getFirst().receiptId();
    }

    private UUID paying() {
        return takeBacks.paying(coop, hanako, NOV_20).getFirst().receiptId();
    }

    private String statement() {
        return "billing/statements/" + hanako + "/2026-11-20";
    }

    private int notes(String action) {
        return sql.fetchCount(
                AUDIT,
                AUDIT.COOP_ID.eq(coop.code()),
                AUDIT.ACTION.eq(action),
                AUDIT.SUBJECT.eq(hanako.toString()),
                AUDIT.ACTOR.eq(staff.toString()));
    }

    private MvcTestResult get(String path) {
        return http.get().uri(at(path)).with(signedIn()).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> typed) {
        var request = http.post().uri(at(path)).with(csrf()).with(signedIn());
        typed.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult send(byte[] content) {
        return http.post()
                .uri(at("billing/files"))
                .with(csrf())
                .with(signedIn())
                .multipart()
                .file(new MockMultipartFile("file", "bank.txt", "text/plain", content))
                .exchange();
    }

    private RequestPostProcessor signedIn() {
        var roles = Set.of(new StaffRole(role, "honbu"));
        var person = SignedIn.of(coop, accounts.get(coop, staff), roles);
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
    }

    private String at(String path) {
        return "/" + coop.code() + "/office/" + path;
    }
}
