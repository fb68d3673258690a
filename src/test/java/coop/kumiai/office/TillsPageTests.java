package coop.kumiai.office;

import static coop.kumiai.accounts.db.Tables.AUDIT;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.accounts.Tills;
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
import java.util.UUID;
import java.util.regex.Pattern;

@KumiaiTest
class TillsPageTests {
    private static final Pattern SECRETS = Pattern.compile("<code class=\"secret\">([^<]+)</code>");
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestOrders some;
    @Autowired Tills tills;
    @Autowired DSLContext sql;
    CoopId coop;
    Visitor manager;

    @BeforeEach
    void aManager() {
        coop = coops.fresh();
        manager = staff(StaffRole.Kind.MANAGER);
    }

    @Test
    void aTillIsRegisteredShownItsSecretOnceAndStopped() {
        var form = manager.open(path("/new"));
        var without = manager.submit(form, typed("", ""));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.words()).contains("端末の名前を40文字までで入れてください");
        assertThat(manager.submit(form, typed("1番レジ", " ")).words()).contains("理由を書いてください");
        var issued = manager.submit(form, typed("1番レジ", "新しいレジ"));
        var shown = SECRETS.matcher(issued.text()).results().map(it -> it.group(1)).toList();
        assertThat(shown).hasSize(2);
        assertThat(tills.signIn(coop, UUID.fromString(shown.get(0)), shown.get(1), "192.0.2.1"))
                .isNotEmpty();
        var till = manager.open(path("/" + shown.get(0)));
        assertThat(till.text()).doesNotContain(shown.get(1));
        assertThat(manager.open(path("")).words()).contains("1番レジ", "渋谷店", "使えます");

        assertThat(manager.submit(till, path("/" + shown.get(0) + "/revoke"), Map.of()).status())
                .isEqualTo(422);
        var stopped =
                manager.submit(
                        till, path("/" + shown.get(0) + "/revoke"), Map.of("reason", "端末をなくした"));
        assertThat(stopped.words()).contains("端末を止めました");
        assertThat(tills.get(coop, UUID.fromString(shown.get(0))).isRevoked()).isTrue();
        assertThat(audited())
                .containsExactlyInAnyOrder("till.issued 新しいレジ", "till.revoked 端末をなくした");
    }

    @Test
    void onlyManagersRegisterTills() {
        var desk = staff(StaffRole.Kind.DESK);
        assertThat(desk.open(path("")).status()).isEqualTo(403);
        assertThat(desk.open(path("/new")).status()).isEqualTo(403);
        assertThat(manager.open(path("/" + new UUID(1, 1))).status()).isEqualTo(404);
    }

    private static Map<String, String> typed(String name, String reason) {
        return Map.of("store", "shibuya", "name", name, "reason", reason);
    }

    private String path(String rest) {
        return "/" + coop.code() + "/office/tills" + rest;
    }

    private Visitor staff(StaffRole.Kind kind) {
        var visitor = new Visitor(port);
        var address = some.staffAddress(coop, kind, "shibuya");
        var door = visitor.open("/" + coop.code() + "/office/sign-in");
        visitor.submit(door, Map.of("email", address, "password", TestOrders.PASSWORD));
        return visitor;
    }

    private List<String> audited() {
        return sql.select(AUDIT.ACTION.concat(" ").concat(AUDIT.REASON))
                .from(AUDIT)
                .where(AUDIT.COOP_ID.eq(coop.code()), AUDIT.ACTION.like("till.%"))
                .fetch(it -> it.value1());
    }
}
