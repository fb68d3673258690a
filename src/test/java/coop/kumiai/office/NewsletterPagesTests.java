package coop.kumiai.office;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.LinkTokens;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.membership.MailChoices;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.testing.Visitor;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.Map;
import java.util.UUID;

@KumiaiTest
class NewsletterPagesTests {
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestOrders some;
    @Autowired TestMembers people;
    @Autowired MailChoices choices;
    @Autowired LinkTokens tokens;
    @Autowired Mails mails;
    @Autowired DSLContext sql;
    CoopId coop;
    Visitor editor;

    @BeforeEach
    void anEditor() {
        coop = coops.fresh();
        editor = staff(StaffRole.Kind.EDITOR);
    }

    @Test
    void anIssueIsWrittenLookedAtTriedAndPlanned() {
        var form = editor.open(path("/new"));
        assertThat(editor.submit(form, Map.of("subject", "", "body", "")).words())
                .contains("件名を書いてください", "本文を書いてください");
        var written = editor.submit(form, Map.of("subject", "年末のご案内", "body", "休みは<1月1日>です。"));
        var page = editor.follow(written);
        assertThat(page.words())
                .contains("休みは<1月1日>です。", "送信者: みなと生活協同組合", "「受け取る」としている組合員は、いまいません");
        var tried = editor.submit(page, page.path() + "/trial", Map.of());
        assertThat(tried.words()).contains("に試しのメールを送りました");
        var address = tried.words().replaceFirst(".* (\\S+@\\S+) に試しのメールを送りました.*", "$1");
        assertThat(mails.only(address).subject()).isEqualTo("【試し】年末のご案内");
        var past = Map.of("when", "later", "day", "2026-11-19", "time", "10:00");
        assertThat(editor.submit(page, page.path() + "/check", past).words())
                .contains("いま（11/20(金) 8時）より後にしてください");
        var later = Map.of("when", "later", "day", "2026-11-21", "time", "10:30");
        var check = editor.submit(page, page.path() + "/check", later);
        assertThat(check.words()).contains("配信の確認", "11/21(土) 10時30分", "この日時で予約する");
        var planned = editor.follow(editor.submit(check, page.path() + "/send", Map.of()));
        assertThat(planned.words()).contains("配信予約", "配信をやめて下書きに戻す");
        var again = editor.submit(check, page.path() + "/send", Map.of());
        assertThat(again.words()).contains("この号は、いま「配信予約」です");
        assertThat(editor.open(path("")).words()).contains("年末のご案内", "配信予約");
    }

    @Test
    void whoWritesNewslettersSeesNothingElse() {
        var home = editor.open("/" + coop.code() + "/office/");
        assertThat(home.location()).isEqualTo(path(""));
        assertThat(editor.open(path("")).words()).doesNotContain("組合員コード", "出資金", "規程");
        for (var closed : new String[] {"members", "shares", "claims", "requests", "policies"}) {
            assertThat(editor.open("/" + coop.code() + "/office/" + closed).status())
                    .as(closed)
                    .isEqualTo(403);
        }
        assertThat(staff(StaffRole.Kind.DESK).open(path("")).status()).isEqualTo(403);
        assertThat(staff(StaffRole.Kind.MANAGER).open(path("")).status()).isEqualTo(200);
    }

    @Test
    void addressesThatCameBackAreNotedByTheDeskAndStandInNoTrail() {
        var returned = "/" + coop.code() + "/office/returned-mails";
        assertThat(editor.open(returned).status()).isEqualTo(403);
        assertThat(editor.open(path("")).text()).doesNotContain(returned);
        assertThat(editor.open(path("/returned")).status()).isNotEqualTo(200);
        var desk = staff(StaffRole.Kind.DESK);
        assertThat(desk.open("/" + coop.code() + "/office/members").text()).contains(returned);
        var form = desk.open(returned);
        assertThat(desk.submit(form, Map.of("addresses", "いいえ")).status()).isEqualTo(422);
        assertThat(desk.submit(form, Map.of("addresses", "gone@example.com\n")).words())
                .contains("1件を記録しました");
        var staff = staff(StaffRole.Kind.MANAGER);
        assertThat(staff.open(path("")).text()).contains(returned);
        var trail = sql.fetch("select reason from accounts.audit where coop_id = ?", coop.code());
        assertThat(trail.getValues(0, String.class))
                .noneMatch(it -> it.contains("@"))
                .contains("1件");
    }

    @Test
    void aMailboxEndsTheNewsletterByOnePressWithoutCookies() {
        var address = TestMembers.email();
        var hanako = people.applied(coop, address);
        choices.choose(coop, hanako.memberId(), true);
        var form = editor.open(path("/new"));
        var page = editor.follow(editor.submit(form, Map.of("subject", "題", "body", "本文")));
        var check = editor.submit(page, page.path() + "/check", Map.of("when", "now"));
        assertThat(check.words()).contains("1人", "いますぐ配信する");
        editor.submit(check, page.path() + "/send", Map.of());
        var link = "/" + coop.code() + "/newsletter/stop/" + token(hanako.memberId());
        var opened = new Visitor(port).open(link);
        assertThat(opened.words()).contains("お知らせメールの配信停止", "配信を止める");
        assertThat(choices.wantsNewsletter(coop, hanako.memberId())).isTrue();
        var ended = new Visitor(port).post(link, Map.of("List-Unsubscribe", "One-Click"));
        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.words()).contains("配信を止めました");
        assertThat(choices.wantsNewsletter(coop, hanako.memberId())).isFalse();
        assertThat(new Visitor(port).open(link + "x").status()).isEqualTo(404);
    }

    private String token(UUID memberId) {
        return tokens.of(coop, "newsletter-stop", memberId);
    }

    private String path(String rest) {
        return "/" + coop.code() + "/office/newsletters" + rest;
    }

    private Visitor staff(StaffRole.Kind kind) {
        var visitor = new Visitor(port);
        var address = some.staffAddress(coop, kind, "shibuya");
        var door = visitor.open("/" + coop.code() + "/office/sign-in");
        visitor.submit(door, Map.of("email", address, "password", TestOrders.PASSWORD));
        return visitor;
    }
}
