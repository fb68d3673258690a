package coop.kumiai.shop.emoney;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.SecondFactorTerms;
import coop.kumiai.accounts.SecondFactorTerms.Asked;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Member;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCards;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.Visitor;
import coop.kumiai.testing.Visitor.Shown;
import coop.kumiai.wallet.Channel;
import coop.kumiai.wallet.Instruction;
import coop.kumiai.wallet.MoneyOrder;
import coop.kumiai.wallet.MoneyTerms;
import coop.kumiai.wallet.MyWallet;
import coop.kumiai.wallet.OpeningTerms;
import coop.kumiai.wallet.OpeningTerms.Way;
import coop.kumiai.wallet.PointTerms;
import coop.kumiai.wallet.PointUse;
import coop.kumiai.wallet.Purchase;
import coop.kumiai.wallet.ReceiptLine;
import coop.kumiai.wallet.WalletState;
import coop.kumiai.wallet.Wallets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** 電子マネー on My Page of a co-op without a net shop. */
@KumiaiTest
class EMoneyPageTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestCards some;
    @Autowired TestMembers people;
    @Autowired Wallets wallets;
    @Autowired MyWallet mine;
    @Autowired Mails mails;
    @Autowired BusinessClock clock;
    CoopId coop;
    String email;
    Member hanako;
    int keys;
    int decisions;

    @BeforeEach
    void aMember() {
        coop = coops.school();
        begins(Way.ON_MY_PAGE);
        email = TestMembers.email();
        hanako = some.joined(coop, email);
    }

    @Test
    @Rule("U-SIGN-1")
    void theFirstSignInLeadsToTheConsentAndTheConsentBegins() {
        coops.decide(coop, new SecondFactorTerms(Asked.ALWAYS, Asked.OFF), "", TODAY);
        var visitor = new Visitor(port);
        var second = visitor.follow(signIn(visitor, email));
        visitor.submit(second, Map.of("code", mails.only(email).code()));
        assertThat(visitor.open(at("account")).location()).isEqualTo(at("account/wallet/begin"));
        var begin = visitor.open(at("account/wallet/begin"));
        assertThat(begin.words())
                .contains("まなび学校生活協同組合", "残高は50,000円まで", "原則としてできません", "03-5550-0200", "試験の版");
        assertThat(visitor.open(at("account")).words())
                .as("asked once for a sign-in")
                .contains("まだお使いになっていません");
        var begun = visitor.submit(begin, Map.of());
        assertThat(begun.location()).isEqualTo(at("account/wallet?done=begun"));
        assertThat(visitor.follow(begun).words())
                .contains("電子マネーをお使いになれます", "ご利用の開始", "利用条件（試験の版）に同意");
        assertThat(visitor.submit(begin, Map.of()).status()).as("pressed twice").isEqualTo(303);
        assertThat(mine.movements(coop, hanako.memberId())).hasSize(1);
        assertThat(visitor.open(at("account/wallet/begin")).location())
                .isEqualTo(at("account/wallet"));
    }

    @Test
    @Rule("U-SIGN-1")
    void onlyWhoeverHasNotBegunIsLedThere() {
        mine();
        assertThat(in(email).open(at("account")).words()).contains("残高 0円・0ポイント");
        var applicant = TestMembers.email();
        people.applied(coop, applicant);
        var visitor = in(applicant);
        assertThat(visitor.open(at("account")).status()).isEqualTo(200);
        var refused = visitor.submit(visitor.open(at("account/wallet/begin")), Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("ご加入のお手続きが済んでから");
    }

    @Test
    @Rule("U-SIGN-1")
    void aCoopThatHasItOtherwiseAsksNobody() {
        begins(Way.AT_TILL);
        var visitor = in(email);
        assertThat(visitor.open(at("account")).words()).contains("まだお使いになっていません");
        begins(Way.OFF);
        assertThat(visitor.open(at("account")).words()).doesNotContain("電子マネー");
        for (var page : List.of("account/wallet", "account/wallet/begin", "account/wallet/terms")) {
            assertThat(visitor.open(at(page)).status()).isEqualTo(404);
        }
    }

    @Test
    @Rule({"U-WAL-6", "U-SIGN-1"})
    void whatWasBroughtOverIsShownAndWaitsForTheConsent() {
        var wallet = wallets.open(coop, hanako.memberId(), false).walletId();
        wallets.post(
                coop,
                new Instruction.Migrate(
                        TODAY, "0012345", wallet, "base", Yen.of(2_500), Yen.of(30), "coop"));
        var visitor = in(email);
        assertThat(visitor.open(at("account")).location()).endsWith("/wallet/begin");
        assertThat(visitor.open(at("account/wallet")).words())
                .contains("まだお使いになれません", "2,500 円", "30ポイント");
        visitor.submit(visitor.open(at("account/wallet/begin")), Map.of());
        assertThat(state()).isEqualTo(WalletState.ACTIVE);
    }

    @Test
    @Rule({"U-WAL-1", "U-WAL-7"})
    void thePageShowsBalancePointsAndEveryReceipt() {
        var wallet = mine();
        charge(wallet, 10_000);
        var payment = book(wallet);
        clock.forward(Duration.ofHours(1));
        wallets.post(
                coop,
                new Instruction.Refund(key(), wallet, payment, Optional.of(Yen.of(1_000)), "返品"));
        var page = in(email).open(at("account/wallet"));
        assertThat(page.words())
                .contains("7,700 円", "230ポイント", "生協から")
                .contains("+10,000円", "レジでの現金", "−3,300円", "化学入門")
                .contains("330ポイント　書籍 3,300円 × 10 %（生協から", "2026年11月20日(金) 9時")
                .contains("返金", "+1,000円", "付与の取り消し", "100ポイント", "返品")
                .contains("残高 7,700円");
        assertThat(page.words().indexOf("返金")).isLessThan(page.words().indexOf("化学入門"));
    }

    @Test
    @Rule({"U-WAL-7", "X-WAL-3"})
    void moneysStandInTheOrderInWhichTheyPay() {
        coops.decide(coop, new MoneyOrder(List.of("meal", "base")), "", TODAY);
        coops.decide(coop, new MoneyTerms("ミール", List.of("honbu"), Yen.of(1_000)), "meal", TODAY);
        coops.decide(coop, new PointTerms(false, 365, true, 30), "", TODAY);
        var wallet = mine();
        wallets.post(
                coop,
                new Instruction.Charge(
                        key(), wallet, Channel.CASH, "meal", Yen.of(5_000), Optional.empty()));
        charge(wallet, 3_000);
        book(wallet);
        var words = in(email).open(at("account/wallet")).words();
        assertThat(words)
                .contains("4,700 円", "ミール 4,000円 本部事務局だけで使えます", "2027年11月20日(土)まで")
                .containsSubsequence(
                        "ミール 4,000円", "電子マネー 700円", "内訳", "ミール 1,000円", "電子マネー 2,300円");
    }

    @Test
    @Rule("U-WAL-7")
    void aLongHistoryIsReadPageByPage() {
        var wallet = mine();
        for (var yen = 1_001; yen <= 1_021; yen++) {
            clock.forward(Duration.ofMinutes(1));
            charge(wallet, yen);
        }
        var visitor = in(email);
        var first = visitor.open(at("account/wallet"));
        assertThat(first.words())
                .contains("+1,021円", "+1,002円", "前の明細を見る")
                .doesNotContain("+1,001円");
        var link = first.text().replaceAll("(?s).*href=\"([^\"]*before=[^\"]*)\".*", "$1");
        var second = visitor.open(link);
        assertThat(second.words()).contains("+1,001円").doesNotContain("+1,002円", "前の明細を見る");
        assertThat(visitor.open(at("account/wallet?before=nonsense")).status()).isEqualTo(400);
    }

    @Test
    @Rule("U-WAL-7")
    void aSpreadsheetOpensTheHistory() {
        var wallet = mine();
        charge(wallet, 10_000);
        clock.forward(Duration.ofMinutes(5));
        book(wallet);
        var csv = in(email).open(at("account/wallet/csv")).text();
        assertThat(csv)
                .startsWith("\uFEFF日時,内容,お店・方法,")
                .contains(
                        "2026-11-20 08:05,お支払い,本部事務局,-3300,330,6700,330,3300,0,"
                                + "\"書籍 3,300円 × 10 %\",\"化学入門 1点 3,300円\",,")
                .contains("2026-11-20 08:00,チャージ,レジでの現金,10000,0,10000,0,0,0,,,,");
    }

    @Test
    @Rule("U-WAL-5")
    void aMemberStopsItAtAnyHourAndGoesOnAfterAProof() {
        var wallet = mine();
        charge(wallet, 1_000);
        clock.standAt(TestClock.jst("2026-11-21T03:10"));
        var visitor = in(email);
        clock.forward(Duration.ofMinutes(20));
        var ask = visitor.open(at("account/wallet/suspend"));
        var stopped = visitor.follow(visitor.submit(ask, Map.of()));
        assertThat(stopped.words()).contains("利用を停止しています", "残高とポイントはそのまま", "1,000 円");
        assertThat(state()).isEqualTo(WalletState.SUSPENDED);
        assertThat(visitor.submit(ask, Map.of()).status()).as("twice").isEqualTo(303);
        assertThat(visitor.open(at("account")).words()).contains("利用停止中");
        var resume = visitor.open(at("account/wallet/resume"));
        assertThat(resume.location()).startsWith(at("account/prove?next="));
        var fresh = in(email);
        var resumed = fresh.submit(fresh.open(at("account/wallet/resume")), Map.of());
        assertThat(fresh.follow(resumed).words()).contains("利用を再開しました", "利用停止", "利用再開");
        assertThat(state()).isEqualTo(WalletState.ACTIVE);
    }

    @Test
    void whatWasClosedCanStillBeRead() {
        var wallet = mine();
        wallets.post(coop, new Instruction.Close(key(), wallet, "脱退"));
        var page = in(email).open(at("account/wallet"));
        assertThat(page.words()).contains("解約済みです", "もうお使いになれません").doesNotContain("なくしたとき");
    }

    @Test
    void nobodySeesTheEMoneyOfAnother() {
        charge(mine(), 4_321);
        var other = TestMembers.email();
        some.joined(coop, other);
        var neighbour = in(other);
        assertThat(neighbour.open(at("account/wallet")).location()).endsWith("/wallet/begin");
        assertThat(neighbour.open(at("account/wallet/csv")).status()).isEqualTo(404);
        var elsewhere = coops.school();
        some.joined(elsewhere, other);
        var stranger = new Visitor(port);
        stranger.submit(
                stranger.open("/" + elsewhere.code() + "/sign-in"),
                Map.of("email", other, "password", TestMembers.PASSWORD));
        for (var visitor : List.of(stranger, new Visitor(port))) {
            for (var page : List.of("", "/csv", "/begin", "/terms", "/suspend", "/resume")) {
                assertThat(visitor.open(at("account/wallet" + page)).location())
                        .contains("/sign-in?next=");
            }
        }
    }

    private void begins(Way way) {
        var day = TODAY.minusDays(10).plusDays(++decisions);
        coops.decide(coop, new OpeningTerms(way, "試験の版"), "", day);
    }

    /** Hanako's e-money, begun. */
    private UUID mine() {
        return wallets.open(coop, hanako.memberId(), true).walletId();
    }

    private WalletState state() {
        return wallets.of(coop, hanako.memberId()).orElseThrow().state();
    }

    private void charge(UUID wallet, long yen) {
        wallets.post(
                coop,
                new Instruction.Charge(
                        key(), wallet, Channel.CASH, "base", Yen.of(yen), Optional.empty()));
    }

    private UUID book(UUID wallet) {
        var line = new ReceiptLine("9784000000001", "化学入門", 1, Yen.of(3_300));
        var purchase = new Purchase("honbu", Yen.of(3_300), List.of(line));
        return wallets.post(coop, new Instruction.Pay(key(), wallet, purchase, PointUse.FIRST))
                .postingId();
    }

    private String key() {
        return "page-" + ++keys;
    }

    private Visitor in(String who) {
        var visitor = new Visitor(port);
        signIn(visitor, who);
        return visitor;
    }

    private Shown signIn(Visitor visitor, String who) {
        return visitor.submit(
                visitor.open(at("sign-in")),
                Map.of("email", who, "password", TestMembers.PASSWORD));
    }

    private String at(String path) {
        return "/" + coop.code() + "/" + path;
    }
}
