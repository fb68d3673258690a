package coop.kumiai.shop.statements;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.billing.Billing;
import coop.kumiai.billing.Closings;
import coop.kumiai.billing.LineTax;
import coop.kumiai.billing.NewLine;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.members.Shares;
import coop.kumiai.members.TypedPerson;
import coop.kumiai.membership.Leaving.Ground;
import coop.kumiai.membership.Leavings;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.Visitor;
import coop.kumiai.web.SignedIn;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@KumiaiTest
class StatementPagesTests {
    private static final UUID STAFF = new UUID(7, 7);
    private static final LocalDate NOV_20 = LocalDate.of(2026, 11, 20);
    @LocalServerPort int port;
    @Autowired Billing billing;
    @Autowired Closings closings;
    @Autowired Members members;
    @Autowired Shares shares;
    @Autowired Leavings leavings;
    @Autowired TestCoops coops;
    @Autowired TestMembers some;
    @Autowired BusinessClock clock;
    @Autowired MockMvcTester http;
    CoopId coop;
    Member hanako;
    String email;

    @BeforeEach
    void aStatement() {
        coop = coops.school();
        email = TestMembers.email();
        hanako = some.applied(coop, email);
        members.change(
                coop, hanako.memberId(), new TypedPerson("𠮷田", "髙子", "よしだ", "たかこ", "09012345678"));
        shares.payIn(coop, hanako.memberId(), Yen.of(5000), STAFF, "joining", "振込");
        add("rice", "こしひかり 5kg", 2160, TaxClass.REDUCED, 8);
        add("soap", "=HYPERLINK(\"x\")洗剤", 440, TaxClass.STANDARD, 10);
        clock.standAt(TestClock.jst("2026-11-21T01:00"));
        closings.closeDue(coop);
    }

    @Test
    @Rule("M-PAGE-1")
    void aMemberReadsTheStatementsMonthByMonth() {
        var visitor = signedIn();
        assertThat(visitor.open(at("account")).words()).contains("請求明細");
        var list = visitor.open(at("account/statements"));
        assertThat(list.words()).contains("2026年11月分", "2,600円", "お支払い前", "2026年12月27日(日)");
        var one = visitor.open(at("account/statements/2026-11-20"));
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.words())
                .contains(
                        "こしひかり 5kg", "8%※", "2,160円", "うち消費税 160円", "うち消費税 40円", "T7000000000002");
        assertThat(visitor.open(at("account/statements/2026-10-20")).status()).isEqualTo(404);
    }

    @Test
    @Rule("M-PAGE-1")
    void aSpreadsheetOpensTheFile() throws IOException {
        var csv = new String(file("csv"), StandardCharsets.UTF_8);
        assertThat(csv)
                .isEqualTo(
                        "\uFEFF締日,お支払期限,日付,内容,税率,税込金額\r\n"
                            + "2026-11-20,2026-12-27,2026-11-10,こしひかり 5kg,8%※,2160\r\n"
                            + "2026-11-20,2026-12-27,2026-11-10,\"'=HYPERLINK(\"\"x\"\")洗剤\",10%,440\r\n");
    }

    @Test
    @Rule("M-PAGE-1")
    void thePaperCanBeReadAndCopiedFrom() throws IOException {
        var bytes = file("pdf");
        Files.write(Path.of("target", "statement.pdf"), bytes);
        try (var pdf = Loader.loadPDF(bytes)) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains("請求明細書", "𠮷田 髙子 様", "こしひかり 5kg", "2,600円", "登録番号 T7000000000002")
                    .contains("お支払期限", "2026年12月27日(日)", "まなび銀行")
                    .doesNotContain("#");
            for (var page : pdf.getPages()) {
                for (var font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void nobodyReadsTheStatementOfAnother() {
        var other = TestMembers.email();
        some.applied(coop, other);
        var visitor = new Visitor(port);
        signIn(visitor, other);
        for (var path : Set.of("", "/pdf", "/csv")) {
            assertThat(visitor.open(at("account/statements/2026-11-20" + path)).status())
                    .isEqualTo(404);
        }
        assertThat(new Visitor(port).open(at("account/statements")).location())
                .contains("/sign-in");
    }

    @Test
    @Rule("M-LEAVE-1")
    void statementsAreReadUntilTheShareCapitalIsPaidBack() {
        leavings.notice(coop, hanako.memberId(), Ground.DEATH, STAFF, "", "窓口");
        clock.standAt(TestClock.jst("2026-11-22T00:10"));
        leavings.effect(coop);
        var visitor = signedIn();
        assertThat(visitor.open(at("account")).words()).contains("明細は、それまでにご覧になり");
        assertThat(visitor.open(at("account/statements")).words()).contains("2026年11月分");
        leavings.payBack(coop, hanako.memberId(), STAFF, "振込", "窓口");
        assertThat(visitor.open(at("account/statements")).location()).endsWith("/account/not-open");
    }

    private byte[] file(String kind) throws IOException {
        var account = some.account(coop, hanako);
        var principal = SignedIn.of(coop, account, Set.of());
        var token = UsernamePasswordAuthenticationToken.authenticated(principal, null, Set.of());
        var result =
                http.get()
                        .uri(at("account/statements/2026-11-20/" + kind))
                        .with(SecurityMockMvcRequestPostProcessors.authentication(token))
                        .exchange();
        assertThat(result).hasStatusOk();
        assertThat(result.getResponse().getHeader("Content-Disposition")).contains("attachment");
        return result.getResponse().getContentAsByteArray();
    }

    private void add(String key, String wording, long yen, TaxClass taxClass, int percent) {
        var tax = LineTax.of(taxClass, percent);
        var day = NOV_20.minusDays(10);
        billing.add(
                coop,
                new NewLine(hanako.memberId(), key, "orders", day, wording, Yen.of(yen), tax));
    }

    private Visitor signedIn() {
        var visitor = new Visitor(port);
        signIn(visitor, email);
        return visitor;
    }

    private void signIn(Visitor visitor, String who) {
        visitor.submit(
                visitor.open(at("sign-in")),
                Map.of("email", who, "password", TestMembers.PASSWORD));
    }

    private String at(String path) {
        return "/" + coop.code() + "/" + path;
    }
}
