package coop.kumiai.shop;

import static coop.kumiai.testing.TestOrders.RICE;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.orders.Carts;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.testing.Visitor;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.Map;

@KumiaiTest
class SecondDeviceTests {
    @LocalServerPort int port;
    @Autowired TestOrders some;
    @Autowired TestMembers people;
    @Autowired Carts carts;

    @Test
    @Rule("N-ENV-1")
    @DisplayName("新しい電話でも二台目でも、同じようにログインでき、カートも同じ")
    void aSecondDeviceSignsInAsUsualAndFindsTheSameCart() {
        var coop = some.coop();
        var email = TestMembers.email();
        var account = people.applied(coop, email).accountId().orElseThrow();
        var first = signedIn(coop, email);
        carts.add(coop, account, RICE, 2);
        var second = signedIn(coop, email);
        assertThat(second.open(path(coop, "cart")).words()).contains("米 5kg");
        carts.add(coop, account, RICE, 1);
        assertThat(first.open(path(coop, "cart")).words()).contains("3点");
    }

    private Visitor signedIn(CoopId coop, String email) {
        var visitor = new Visitor(port);
        var door = visitor.open(path(coop, "sign-in"));
        visitor.submit(door, Map.of("email", email, "password", TestMembers.PASSWORD));
        return visitor;
    }

    private static String path(CoopId coop, String rest) {
        return "/" + coop.code() + "/" + rest;
    }
}
