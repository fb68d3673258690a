package coop.kumiai.office;

import static coop.kumiai.accounts.db.Tables.AUDIT;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.connect.Services;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.testing.Visitor;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

@KumiaiTest
class ServicesPageTests {
    private static final Pattern SECRETS = Pattern.compile("<code class=\"secret\">([^<]+)</code>");
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestOrders some;
    @Autowired Services services;
    @Autowired DSLContext sql;
    CoopId coop;
    Visitor manager;

    @BeforeEach
    void aManager() {
        coop = coops.fresh();
        manager = new Visitor(port);
        var address = some.staffAddress(coop, StaffRole.Kind.MANAGER, "shibuya");
        var page = manager.open("/" + coop + "/office/sign-in");
        manager.submit(page, Map.of("email", address, "password", TestOrders.PASSWORD));
    }

    @Test
    void aServiceIsRegisteredShownItsSecretOnceRenewedAndStopped() {
        var issued = manager.submit(manager.open(path("/new")), typed("server", "新しいサービス"));
        var shown = secrets(issued);
        assertThat(shown).hasSize(3);
        assertThat(shown.getFirst()).isEqualTo("http://localhost:" + port + "/" + coop);
        assertThat(knows(shown.get(1), shown.get(2))).isTrue();
        var page = manager.open(path("/" + shown.get(1)));
        assertThat(page.text()).doesNotContain(shown.get(2));
        assertThat(page.words()).contains("https://class.example.jp/back", "お名前", "使えます");
        assertThat(manager.open(path("")).words()).contains("料理教室の予約", "サーバー");

        var renewed = submit(page, shown.get(1), "/secret", "合言葉をなくした");
        var second = secrets(renewed).get(2);
        assertThat(knows(shown.get(1), shown.get(2))).isFalse();
        assertThat(knows(shown.get(1), second)).isTrue();

        assertThat(submit(page, shown.get(1), "/end", " ").status()).isEqualTo(422);
        assertThat(submit(page, shown.get(1), "/end", "やめた").words()).contains("サービスを止めました");
        assertThat(knows(shown.get(1), second)).isFalse();
        assertThat(submit(page, shown.get(1), "/secret", "もう一度").status()).isEqualTo(404);
        assertThat(
                        sql.select(AUDIT.ACTION)
                                .from(AUDIT)
                                .where(AUDIT.COOP_ID.eq(coop.code()))
                                .and(AUDIT.ACTION.startsWith("service."))
                                .fetch(AUDIT.ACTION))
                .containsExactlyInAnyOrder(
                        "service.registered", "service.secret-renewed", "service.ended");
    }

    @Test
    void whatIsMissingOrUnsafeIsSaid() {
        var form = manager.open(path("/new"));
        var refused = manager.submit(form, Map.of("name", "", "redirects", "http://a.example/"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("「http://a.example/」は使えません", "サービスの名前を");
        assertThat(manager.submit(form, typed("server", " ")).words()).contains("理由を書いてください");
        assertThat(services.all(coop)).isEmpty();
    }

    @Test
    void anAppIsGivenNoSecret() {
        var issued = manager.submit(manager.open(path("/new")), typed("app", "アプリを出す"));
        assertThat(secrets(issued)).hasSize(2);
        assertThat(services.all(coop).getFirst().confidential()).isFalse();
    }

    private Visitor.Shown submit(Visitor.Shown page, String id, String what, String reason) {
        var csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.text());
        assertThat(csrf.find()).isTrue();
        return manager.post(
                path("/" + id + what), Map.of("_csrf", csrf.group(1), "reason", reason));
    }

    private boolean knows(String id, String secret) {
        return services.authenticate(coop, id, Optional.of(secret)).isPresent();
    }

    private static List<String> secrets(Visitor.Shown page) {
        return SECRETS.matcher(page.text()).results().map(it -> it.group(1)).toList();
    }

    private static Map<String, String> typed(String kind, String reason) {
        return Map.of(
                "name", "料理教室の予約",
                "purpose", "料理教室を予約するサービスです。",
                "scopes", "profile",
                "kind", kind,
                "redirects", "https://class.example.jp/back\n",
                "reason", reason);
    }

    private String path(String rest) {
        return "/" + coop + "/office/services" + rest;
    }
}
