package coop.kumiai.office;

import static coop.kumiai.testing.SentForm.csrf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Members;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.wallet.Channel;
import coop.kumiai.wallet.Instruction;
import coop.kumiai.wallet.WalletBooks;
import coop.kumiai.wallet.WalletMigrations;
import coop.kumiai.wallet.WalletProofs;
import coop.kumiai.wallet.Wallets;
import coop.kumiai.web.SignedIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the office sees of the wallets. */
@KumiaiTest
class WalletOfficeTests {
    private static final String HEADER = "card,member_code,balance,points,pending,cut_on\n";

    @Autowired MockMvcTester http;
    @Autowired TestOrders some;
    @Autowired TestMembers people;
    @Autowired Members register;
    @Autowired Accounts accounts;
    @Autowired Wallets wallets;
    @Autowired WalletBooks books;
    @Autowired WalletProofs proofs;
    @Autowired BusinessClock clock;
    @Autowired WalletMigrations migrations;
    CoopId coop;
    UUID manager;
    UUID member;
    String code;

    @BeforeEach
    void aManager() {
        coop = some.coop();
        manager = some.staff(coop, StaffRole.Kind.MANAGER, "shibuya");
        member = people.applied(coop).memberId();
        code =
                register.collectShare(coop, member, Yen.of(500), new UUID(7, 7), "order-1")
                        .memberCode()
                        .orElseThrow()
                        .digits();
    }

    @Test
    @Rule("U-WAL-6")
    void theOfficeTakesOldCardsAndSeesWhatDiffers() throws UnsupportedEncodingException {
        var off = send(line("A1001", "100.5") + "合計,1,200.5,0,0,2026-09-30\n");
        assertThat(off).hasStatus(422);
        assertThat(body(off)).contains("合計の行は200.5、明細の合計は100.5、差は100です。");
        var taken = send(line("A1001", "100.5") + "合計,1,100.5,0,0,2026-09-30\n");
        assertThat(taken).hasStatus(303);
        var page = Optional.ofNullable(taken.getResponse().getRedirectedUrl()).orElseThrow();
        assertThat(body(get(page))).contains("カードを移しています。");
        assertThat(migrations.book(coop, told -> {})).isEqualTo(1);
        assertThat(body(get(page))).contains("100円", "1未満の端数を切り捨てました。");
        assertThat(body(get(page + "/progress"))).contains("すべてのカードを処理しました");
        assertThat(body(get(page + "/differences.csv")))
                .contains("A1001,")
                .contains(",100.5,0,100,0,");
        assertThat(body(get(at("migrations")))).contains("old.csv", "済み");
    }

    @Test
    @Rule("X-WAL-4")
    void theBooksAreShownAndSaved() throws UnsupportedEncodingException {
        assertThat(body(get(root()))).contains("締まった日がまだありません");
        charge(5_000);
        clock.standAt(TestClock.jst("2027-04-02T09:00"));
        books.sumUp(coop);
        proofs.run(coop);
        assertThat(body(get(root()))).contains("2027年3月31日", "超えていません", "5,000円");
        assertThat(body(get(at("base-days/2027-03-31.csv")))).contains("基準日,,要供託額,0");
        assertThat(body(get(at("months")))).contains("2026年11月");
        assertThat(body(get(at("months/2026-11")))).contains("チャージ機", "5,000円");
        assertThat(body(get(at("months/2026-11.csv")))).contains("base,未使用残高,5000");
        assertThat(get(at("months/2027-05"))).hasStatus(404);
        assertThat(get(at("months/x"))).hasStatus(404);
        assertThat(body(get(at("proofs")))).contains("一致");
    }

    @Test
    @Rule("X-WAL-4")
    void aBalanceIsPaidOutAfterALetter() throws UnsupportedEncodingException {
        charge(5_000);
        assertThat(body(post("refunds", "", "あり"))).contains("この組合員コードの組合員は登録されていません");
        assertThat(body(post("refunds", code, ""))).contains("確かめたことを200文字までで");
        assertThat(body(post("refunds", code, "転出届"))).contains("払戻しの確認", "5,000円");
        assertThat(body(post("refunds/confirm", code, "転出届"))).contains("さんに5,000円をお渡しください");
        assertThat(body(get(at("refunds")))).contains("転居・卒業などで使えなくなった", "転出届");
    }

    private void charge(long yen) {
        var wallet = wallets.open(coop, member, true).walletId();
        wallets.post(
                coop,
                new Instruction.Charge(
                        "charge", wallet, Channel.MACHINE, "base", Yen.of(yen), Optional.empty()));
    }

    private MvcTestResult post(String path, String memberCode, String note) {
        return http.post()
                .uri(at(path))
                .with(csrf())
                .with(signedIn())
                .param("code", memberCode)
                .param("reason", "moved")
                .param("note", note)
                .exchange();
    }

    private String line(String card, String balance) {
        return String.join(",", card, code, balance, "0", "0", "2026-09-30") + "\n";
    }

    private MvcTestResult send(String lines) {
        var bytes = (HEADER + lines).getBytes(StandardCharsets.UTF_8);
        return http.post()
                .uri(at("migrations"))
                .with(csrf())
                .with(signedIn())
                .multipart()
                .file(new MockMultipartFile("file", "old.csv", "text/csv", bytes))
                .exchange();
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).with(signedIn()).exchange();
    }

    private static String body(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString();
    }

    private RequestPostProcessor signedIn() {
        var roles = Set.of(new StaffRole(StaffRole.Kind.MANAGER, "shibuya"));
        var person = SignedIn.of(coop, accounts.get(coop, manager), roles);
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
    }

    private String at(String path) {
        return root() + "/" + path;
    }

    private String root() {
        return "/" + coop.code() + "/office/wallets";
    }
}
