package coop.kumiai.office;

import static coop.kumiai.testing.SentForm.csrf;
import static coop.kumiai.testing.TestClock.jst;
import static coop.kumiai.testing.TestOrders.BEER;
import static coop.kumiai.testing.TestOrders.EGGS;
import static coop.kumiai.testing.TestOrders.NO_WISHES;
import static coop.kumiai.testing.TestOrders.RICE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.accounts.StaffRole.Kind;
import coop.kumiai.documents.Documents;
import coop.kumiai.documents.Paper;
import coop.kumiai.documents.PaperKind;
import coop.kumiai.documents.Return;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Joining;
import coop.kumiai.members.Members;
import coop.kumiai.members.TypedPerson;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.Picked;
import coop.kumiai.orders.PickedOrders;
import coop.kumiai.payments.Payments;
import coop.kumiai.stores.SlotId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.web.SignedIn;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * 納品書・領収書 on the screens of the member and of the counter, and as files: who sees them, and who
 * not.
 */
@KumiaiTest
class PaperPagesTests {
    private static final SlotId SLOT = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);

    private static final SlotId SLOT_LATER = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 4);

    @Autowired MockMvcTester http;
    @Autowired TestOrders some;
    @Autowired Documents documents;
    @Autowired Orders orders;
    @Autowired PickedOrders pickedOrders;
    @Autowired Payments payments;
    @Autowired Members members;
    @Autowired Accounts accounts;
    @Autowired BusinessClock clock;
    CoopId coop;
    UUID account;
    Order order;
    Paper note;

    @BeforeEach
    void aPickedOrderOfSomebodyWithARareName() {
        coop = some.coop();
        account = some.register(coop, Joining.WEB);
        var member = members.byAccount(coop, account).orElseThrow().memberId();
        members.change(
                coop,
                member,
                new TypedPerson("𠮷﨑", "葛\uDB40\uDD00髙", "よしざき", "くずたか", "09012345678"));
        order = some.place(coop, account, SLOT, NO_WISHES, Map.of(RICE, 1, BEER, 1, EGGS, 3));
        clock.standAt(jst("2026-11-20T11:00"));
        var found =
                order.current().lines().stream()
                        .collect(Collectors.toMap(OrderLine::number, this::found));
        pickedOrders.record(coop, order.id(), account, found);
        documents.write(coop, order.id());
        note = documents.ofOrder(coop, order.id()).getFirst();
    }

    @Test
    @Rule("N-RCPT-1")
    @DisplayName("組合員は注文の画面から納品書を開き、同じ書類をPDFで保存する")
    void aMemberReadsTheirPapers() throws IOException {
        var member = member(account);
        assertThat(words(get("orders/" + order.id(), member))).contains("書類", "納品書 N-2026-000001");
        assertThat(words(get(pathOf(note), member)))
                .contains("𠮷﨑 葛", "適格請求書", "T8000000000001", "渋谷店", "たまご 10個入", "8%※")
                .contains("3,643円", "3,863円", "うち消費税", "出資金", "500円")
                .contains("品切れのためお届けできなかった商品：ビール 350ml 6缶");
        var text = text(get(pathOf(note) + "/pdf", member), "note");
        assertThat(text)
                .contains("納品書", "適格請求書", "𠮷﨑 葛髙 様", "登録番号 T8000000000001")
                .contains("N-2026-000001", "2026年11月20日(金)", order.number())
                .contains("米 5kg※", "たまご 10個入※", "894", "2,480")
                .contains("10% 対象 200 20 220", "8%※ 対象 3,374 269 3,643", "3,863 円")
                .contains("出資金のお預かり", "500 円", "※は軽減税率の対象です。")
                .doesNotContain("#");
    }

    @Test
    @DisplayName("文字の層は、康熙部首などに化けない")
    void theTextLayerIsWhatWasWritten() throws IOException {
        var text = text(get(pathOf(note) + "/pdf", member(account)), "note");
        assertThat(text.codePoints().filter(it -> it >= 0x2E80 && it <= 0x2FDF)).isEmpty();
        assertThat(Normalizer.isNormalized(text.replaceAll("[（）：、。　%※−]", ""), Normalizer.Form.NFC))
                .isTrue();
    }

    @Test
    @DisplayName("ほかの組合員、ほかの生協、訪問者は書類を見られない")
    void othersSeeNoPaper() {
        var other = member(some.register(coop, Joining.EXISTING));
        var theirs =
                some.place(
                        coop,
                        some.register(coop, Joining.EXISTING),
                        SLOT_LATER,
                        NO_WISHES,
                        Map.of(RICE, 1));
        assertThat(get(pathOf(note), other)).hasStatus(404);
        assertThat(get(pathOf(note) + "/pdf", other)).hasStatus(404);
        assertThat(get("orders/" + theirs.id() + "/papers/" + note.number(), member(account)))
                .hasStatus(404);
        var elsewhere = some.coop();
        var foreigner = signedIn(elsewhere, some.register(elsewhere, Joining.EXISTING), Set.of());
        assertThat(get(pathOf(note), foreigner)).hasStatus3xxRedirection();
        assertThat(http.get().uri("/" + elsewhere + "/" + pathOf(note)).with(foreigner).exchange())
                .hasStatus(404);
        assertThat(http.get().uri("/" + coop + "/" + pathOf(note)).exchange())
                .hasStatus3xxRedirection();
    }

    @ParameterizedTest
    @CsvSource({"DESK, 200", "MANAGER, 200", "PICKER, 403", "DRIVER, 403", "EDITOR, 403"})
    void onlyTheCounterSeesPapers(Kind kind, int status) {
        var staff = staff(kind);
        assertThat(get("office/papers", staff)).hasStatus(status);
        assertThat(get("office/papers/" + note.number(), staff)).hasStatus(status);
        assertThat(get("office/papers/" + note.number() + "/pdf", staff)).hasStatus(status);
        assertThat(get(pathOf(note), staff)).hasStatus(403);
    }

    @Test
    void theCounterOfAnotherCoopFindsNothing() {
        var elsewhere = some.coop();
        var desk = some.staff(elsewhere, Kind.DESK, "shibuya");
        var staff = signedIn(elsewhere, desk, Set.of(new StaffRole(Kind.DESK, "shibuya")));
        assertThat(
                        http.get()
                                .uri("/" + elsewhere + "/office/papers/" + note.number())
                                .with(staff)
                                .exchange())
                .hasStatus(404);
    }

    @Test
    @Rule("N-RCPT-2")
    @DisplayName("窓口は納品書を預かって、宛名のある領収書と引き換える")
    void theCounterExchangesANoteForAReceipt() throws IOException {
        var desk = staff(Kind.DESK);
        var path = "office/papers/" + note.number();
        assertThat(words(get(path, desk))).contains("領収書と引き換える", "納品書をお預かりした");
        var unpaid =
                post(path + "/receipt", desk, Map.of("addressee", "髙﨑商店", "given-back", "yes"));
        assertThat(unpaid).hasStatus(422);
        assertThat(words(unpaid)).contains("まだお支払いの記録がありません");
        pay();
        assertThat(words(post(path + "/receipt", desk, Map.of("addressee", ""))))
                .contains("宛名を入れてください", "紙の納品書をお預かりしてから");
        var done = post(path + "/receipt", desk, Map.of("addressee", "髙﨑商店", "given-back", "yes"));
        assertThat(done).hasStatus(303).redirectedUrl().endsWith("office/papers/R-2026-000001");
        assertThat(words(get(path, desk)))
                .contains("引き換え済み", "R-2026-000001")
                .doesNotContain("領収書と引き換える");
        var receipt = text(get("office/papers/R-2026-000001/pdf", desk), "receipt");
        assertThat(receipt)
                .contains("領収書", "適格請求書", "髙﨑商店 様", "3,863 円（税込）", "お品代")
                .contains("8%※ 対象 3,374 269 3,643", "納品書 N-2026-000001", "引き換えに発行しました");
        assertThat(text(get(path + "/pdf", desk), "exchanged")).contains("引き換え済みです");
    }

    @Test
    @Rule("N-RET-1")
    void theReturnInvoiceIsAPaperToo() throws IOException {
        var eggs =
                order.current().lines().stream()
                        .filter(it -> it.jan().equals(EGGS))
                        .findFirst()
                        .orElseThrow()
                        .number();
        var paper =
                documents.giveBack(
                        coop,
                        new Return(
                                "r1",
                                order.id(),
                                LocalDate.of(2026, 11, 22),
                                Map.of(eggs, 2),
                                "ひびが入っていた",
                                Optional.of(account)));
        assertThat(paper.kind()).isEqualTo(PaperKind.RETURN_INVOICE);
        assertThat(text(get(pathOf(paper) + "/pdf", member(account)), "return"))
                .contains("返還請求書", "適格返還請求書", "H-2026-000001", "2026年11月22日(日)")
                .contains("納品書 N-2026-000001（2026年11月20日(金)お届け）", "643", "ひびが入っていた");
        assertThat(words(get(pathOf(paper), member(account)))).contains("返金額", "643円");
    }

    @Test
    @DisplayName("便の納品書をまとめて印刷する。見たことは一人ずつ記録に残る")
    void theNotesOfASlotArePrintedTogether() throws IOException {
        var second = some.ofRice(coop, SLOT_LATER);
        var slot = "office/papers/slots/2026-11-20/2";
        assertThat(text(get(slot, staff(Kind.DESK)), "slot"))
                .contains("N-2026-000001", "𠮷﨑 葛髙 様", "3,863 円")
                .doesNotContain(second.number());
        assertThat(get("office/papers/slots/2026-11-20/4", staff(Kind.DESK))).hasStatus(404);
        assertThat(get(slot, staff(Kind.PICKER))).hasStatus(403);
        var elsewhere =
                signedIn(
                        coop,
                        some.staff(coop, Kind.DESK, "meguro"),
                        Set.of(new StaffRole(Kind.DESK, "meguro")));
        assertThat(get(slot, elsewhere)).hasStatus(404);
    }

    @Test
    @DisplayName("台帳は日付・金額・取引先の範囲でさがせる")
    void theRegisterIsSearchedAtTheCounter() {
        var desk = staff(Kind.DESK);
        assertThat(words(get("office/papers", desk))).contains("書類の台帳", "取引先");
        assertThat(words(search(desk, Map.of("who", "吉崎", "from", "2026-11-01", "least", "３,０００"))))
                .contains("N-2026-000001", "3,863円", "2034年5月20日");
        assertThat(words(search(desk, Map.of("until", "2026-11-19")))).contains("あてはまる書類はありません");
        assertThat(words(search(desk, Map.of("most", "3862")))).contains("あてはまる書類はありません");
        assertThat(search(desk, Map.of("from", "きのう"))).hasStatus(422);
        assertThat(search(desk, Map.of("least", "たくさん"))).hasStatus(422);
    }

    private Picked found(OrderLine line) {
        return Picked.of(line.jan().equals(BEER) ? 0 : line.quantity());
    }

    private void pay() {
        var ref = Payments.order(order.id());
        payments.collect(coop, ref, payments.get(coop, ref).amount(), account);
    }

    private MvcTestResult search(RequestPostProcessor who, Map<String, String> typed) {
        return post("office/papers", who, typed);
    }

    private MvcTestResult get(String path, RequestPostProcessor who) {
        return http.get().uri("/" + coop + "/" + path).with(who).exchange();
    }

    private MvcTestResult post(String path, RequestPostProcessor who, Map<String, String> typed) {
        var request = http.post().uri("/" + coop + "/" + path).with(who).with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }

    private String pathOf(Paper paper) {
        return "orders/" + order.id() + "/papers/" + paper.number();
    }

    private RequestPostProcessor member(UUID id) {
        return signedIn(coop, id, Set.of());
    }

    private RequestPostProcessor staff(Kind kind) {
        return signedIn(
                coop, some.staff(coop, kind, "shibuya"), Set.of(new StaffRole(kind, "shibuya")));
    }

    private RequestPostProcessor signedIn(CoopId where, UUID id, Set<StaffRole> roles) {
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        SignedIn.of(where, accounts.get(where, id), roles), null, Set.of()));
    }

    private static String words(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replaceAll("(?s)<[^>]+>", "")
                .replaceAll("\\s+", " ");
    }

    private static String text(MvcTestResult result, String name) throws IOException {
        assertThat(result).hasStatusOk().hasContentType("application/pdf");
        var bytes = result.getResponse().getContentAsByteArray();
        Files.write(Path.of("target", "paper-" + name + ".pdf"), bytes);
        try (var pdf = Loader.loadPDF(bytes)) {
            for (var page : pdf.getPages()) {
                for (var font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(pdf);
        }
    }
}
