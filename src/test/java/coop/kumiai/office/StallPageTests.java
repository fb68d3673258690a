package coop.kumiai.office;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.accounts.Tills;
import coop.kumiai.cards.IcCards;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Member;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCards;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.testing.Visitor;
import coop.kumiai.tills.TillCodes;
import coop.kumiai.tills.TillRequest;
import coop.kumiai.wallet.WalletProofs;
import coop.kumiai.wallet.Wallets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** A stall's till without script: sold, charged, taken back, closed, counted; and IC cards. */
@KumiaiTest
class StallPageTests {
    private static final UUID STAFF = new UUID(7, 7);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final Pattern TRANSACTION =
            Pattern.compile("name=\"transaction\" value=\"([^\"]+)\"");
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestOrders staff;
    @Autowired TestCards some;
    @Autowired Tills tills;
    @Autowired TillCodes codes;
    @Autowired IcCards cards;
    @Autowired Wallets wallets;
    @Autowired WalletProofs proofs;
    @Autowired BusinessClock clock;
    CoopId coop;
    Member hanako;
    String email;
    UUID till;
    Visitor desk;

    @BeforeEach
    void aStall() {
        coop = coops.stocked();
        email = TestMembers.email();
        hanako = some.joined(coop, email);
        till = some.till(coop);
        desk = staff(StaffRole.Kind.DESK, "shibuya");
    }

    @AfterEach
    void theLedgerAgrees() {
        assertThat(proofs.run(coop).findings()).isEmpty();
    }

    @Test
    @Rule("U-WAL-4")
    void aPhoneSellsAtAStallAndItsDayIsClosedAndCounted() {
        assertThat(desk.open(path("")).words()).contains("1番レジ", "渋谷店");
        var charged = act("charge", List.of("3000"), code());
        assertThat(charged.words()).contains("3,000円のチャージが済みました");
        assertThat(money()).isEqualTo(Yen.of(3_000));
        var basket = desk.submit(at(), path("/" + till), Map.of("code", "５００円"));
        assertThat(basket.words()).contains("お買上げ", "500円");
        assertThat(desk.submit(at(), path("/" + till), Map.of("code", "林檎")).words())
                .contains("金額を円で入れるか");
        var sold = act("payment", List.of("500", "200"), code());
        assertThat(sold.words()).contains("700円のお支払いが済みました", "残高", "2,300円");
        var undone =
                desk.submit(
                        sold,
                        path("/" + till + "/undo"),
                        Map.of(
                                "key", found(KEY, sold),
                                "as", "payment",
                                "transaction", found(TRANSACTION, sold)));
        assertThat(undone.words()).contains("700円の返金が済みました");
        var day = desk.open(path("/" + till + "/day"));
        assertThat(day.words()).contains("あるはずの現金", "3,000円");
        var closed = desk.follow(desk.submit(day, path("/" + till + "/close"), Map.of()));
        assertThat(closed.words()).contains("第1号", "あるはずの現金");
        var wrong = desk.submit(closed, Map.of("counted", "2,990", "note", ""));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.words()).contains("理由を書いてください");
        var counted = desk.submit(closed, Map.of("counted", "２９９０", "note", "渡し間違い"));
        assertThat(desk.follow(counted).words()).contains("10円足りない");
        assertThat(desk.open("/" + coop.code() + "/office/till-days").words())
                .contains("1番レジ", "10円足りない");
    }

    @Test
    void aFormThatIsSentTwiceSellsOnceAndARefusalHasANewKey() {
        act("charge", List.of("1000"), code());
        var page = ask("payment", List.of("300"));
        var form = Map.of("key", found(KEY, page), "as", "payment", "item", "300", "code", code());
        desk.submit(page, path("/" + till + "/act"), form);
        assertThat(desk.submit(page, path("/" + till + "/act"), form).words())
                .contains("300円のお支払いが済みました");
        var nextCode =
                Map.of("key", found(KEY, page), "as", "payment", "item", "300", "code", code());
        assertThat(desk.submit(page, path("/" + till + "/act"), nextCode).words())
                .as("the answer was lost, and the phone shows another code")
                .contains("300円のお支払いが済みました");
        assertThat(money()).isEqualTo(Yen.of(700));
        var refused = act("payment", List.of("800"), code());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("足りません");
        assertThat(found(KEY, refused)).isNotEqualTo(found(KEY, page));
    }

    @Test
    void nobodyStandsAtATillOfAnotherStoreOrAtAStoppedOne() {
        var meguro = tills.issue(coop, "meguro", "目黒1番", STAFF, "試験のため").tillId();
        assertThat(desk.open(path("/" + meguro)).status()).isEqualTo(404);
        assertThat(desk.open(path("")).words()).doesNotContain("目黒1番");
        tills.revoke(coop, till, STAFF, "なくした");
        assertThat(desk.open(path("/" + till)).status()).isEqualTo(404);
        assertThat(staff(StaffRole.Kind.PICKER, "shibuya").open(path("")).status()).isEqualTo(403);
    }

    @Test
    @Rule("U-WAL-5")
    void theDeskIssuesACardAndTheMemberStopsItWithOnePress() {
        var own = "/" + coop.code() + "/office/members/" + hanako.memberId();
        var page = sent(own + "/ic-cards", Map.of("reason", "カードの登録"));
        var issue = own + "/ic-cards/issue";
        var typed = Map.of("reason", "登録", "idm", "012E4CE15A5B5C5D", "name", "学生証", "why", "");
        assertThat(desk.submit(page, issue, typed).words()).contains("理由を書いてください");
        var issued =
                desk.submit(
                        page,
                        issue,
                        Map.of(
                                "reason", "登録",
                                "idm", "012e4ce15a5b5c5d",
                                "name", "学生証",
                                "why", "窓口で登録"));
        assertThat(issued.words()).contains("ICカードを登録しました", "学生証", "使えます");
        var card = cards.of(coop, hanako.memberId()).getFirst().cardId();
        var reissue = own + "/ic-cards/reissue";
        var without =
                Map.of(
                        "reason", "再発行",
                        "again-card", card.toString(),
                        "again-papers", "",
                        "again-idm", "012E4CE15A5B5C5E",
                        "again-why", "紛失",
                        "fee", "500");
        assertThat(desk.submit(issued, reissue, without).words()).contains("本人確認書類を選んでください");

        var phone = member();
        var list = phone.open("/" + coop.code() + "/account/ic-cards");
        var suspend = "/" + coop.code() + "/account/ic-cards/" + card + "/suspend";
        assertThat(phone.submit(list, suspend, Map.of()).words()).contains("カードの利用を止めました", "利用停止中");
        var turn = own + "/ic-cards/turn";
        var resume =
                Map.of(
                        "reason", "再開",
                        "turn-card", card.toString(),
                        "as", "resume",
                        "turn-why", "見つかった");
        assertThat(desk.submit(issued, turn, resume).words()).contains("利用を再開しました");
    }

    @Test
    void aMemberConfirmsACodeOfTheTillOnThePhone() {
        act("charge", List.of("2000"), code());
        var shown =
                codes.show(
                        coop,
                        new TillRequest(till, "shibuya", "shown-001"),
                        Yen.of(700),
                        List.of());
        var phone = member();
        var confirm = phone.open("/" + coop.code() + "/pay?code=" + shown.code());
        assertThat(confirm.words()).contains("渋谷店（1番レジ）", "700円", "2,000円");
        assertThat(phone.submit(confirm, Map.of("code", shown.code())).words())
                .contains("お支払いが済みました", "1,300円");
        assertThat(codes.look(coop, till, "shown-001").state()).isEqualTo("paid");
        var gone = phone.open("/" + coop.code() + "/pay?code=" + shown.code());
        assertThat(gone.words()).contains("使い終わったか");
        assertThat(phone.open("/" + coop.code() + "/pay?code=ABCDEFGHJKLM").words())
                .contains("見つかりません");
    }

    private Visitor.Shown sent(String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", found(CSRF, at()));
        return desk.post(path, all);
    }

    private Visitor.Shown ask(String as, List<String> items) {
        var typed = Map.of("as", as, "item", String.join(",", items));
        return desk.submit(at(), path("/" + till + "/code"), typed);
    }

    private Visitor.Shown act(String as, List<String> items, String code) {
        var page = ask(as, items);
        return desk.submit(
                page,
                path("/" + till + "/act"),
                Map.of(
                        "key",
                        found(KEY, page),
                        "as",
                        as,
                        "item",
                        String.join(",", items),
                        "code",
                        code));
    }

    private Visitor.Shown at() {
        return desk.open(path("/" + till));
    }

    private static String found(Pattern pattern, Visitor.Shown page) {
        var match = pattern.matcher(page.text());
        assertThat(match.find()).isTrue();
        return match.group(1);
    }

    private String path(String rest) {
        return "/" + coop.code() + "/office/stall" + rest;
    }

    private String code() {
        clock.forward(Duration.ofSeconds(30));
        return some.code(coop, hanako);
    }

    private Yen money() {
        return wallets.of(coop, hanako.memberId()).orElseThrow().money();
    }

    private Visitor member() {
        var visitor = new Visitor(port);
        var door = visitor.open("/" + coop.code() + "/sign-in");
        visitor.submit(door, Map.of("email", email, "password", TestMembers.PASSWORD));
        return visitor;
    }

    private Visitor staff(StaffRole.Kind kind, String store) {
        var visitor = new Visitor(port);
        var address = staff.staffAddress(coop, kind, store);
        var door = visitor.open("/" + coop.code() + "/office/sign-in");
        visitor.submit(door, Map.of("email", address, "password", TestOrders.PASSWORD));
        return visitor;
    }
}
