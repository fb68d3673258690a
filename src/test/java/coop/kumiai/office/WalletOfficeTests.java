package coop.kumiai.office;

import static coop.kumiai.testing.SentForm.csrf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Members;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.wallet.WalletMigrations;
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
    @Autowired WalletMigrations migrations;
    CoopId coop;
    UUID manager;
    String code;

    @BeforeEach
    void aManager() {
        coop = some.coop();
        manager = some.staff(coop, StaffRole.Kind.MANAGER, "shibuya");
        var member = people.applied(coop).memberId();
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
        var page = taken.getResponse().getRedirectedUrl();
        assertThat(body(get(page))).contains("カードを移しています。");
        assertThat(migrations.book(coop, told -> {})).isEqualTo(1);
        assertThat(body(get(page))).contains("100円", "1未満の端数を切り捨てました。");
        assertThat(body(get(page + "/progress"))).contains("すべてのカードを処理しました");
        assertThat(body(get(page + "/differences.csv")))
                .contains("A1001,")
                .contains(",100.5,0,100,0,");
        assertThat(body(get(at("migrations")))).contains("old.csv", "済み");
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
        return "/" + coop.code() + "/office/wallets/" + path;
    }
}
