package coop.kumiai.office;

import static coop.kumiai.accounts.db.Tables.AUDIT;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.coupons.Benefit;
import coop.kumiai.coupons.Coupon.Audience;
import coop.kumiai.coupons.CouponDesk;
import coop.kumiai.coupons.CouponSamples;
import coop.kumiai.coupons.Coupons;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCards;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.testing.Visitor;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@KumiaiTest
class CouponPagesTests {
    @LocalServerPort int port;
    @Autowired TestOrders some;
    @Autowired TestCards cards;
    @Autowired CouponDesk desk;
    @Autowired Coupons coupons;
    @Autowired DSLContext sql;
    CoopId coop;

    @BeforeEach
    void aCoop() {
        coop = some.coop();
    }

    @Test
    @DisplayName("店長は理由を添えてクーポンを作り、止める。内容は言葉で見える")
    void aManagerMakesAndStopsACoupon() {
        var manager = staff(StaffRole.Kind.MANAGER);
        var form = manager.open(path("/new"));
        var refused = manager.submit(form, Map.of("title", "", "kind", "percent", "amount", "0"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("日を入れてください");
        var typed = new HashMap<>(Map.of("title", "鍋の日", "kind", "percent", "percent", "１０"));
        typed.putAll(Map.of("amount", "200", "least", "1,000", "categories", "groceries"));
        typed.putAll(Map.of("from", "2026-11-20", "until", "2026-11-19", "mostOfMember", "1"));
        typed.putAll(Map.of("products", "4599000009992", "reason", "冬の販促", "audience", "ALL"));
        assertThat(manager.submit(form, typed).words())
                .contains("最終日は2026年11月20日(金)以後の日にしてください", "商品コード 4599000009992 の商品はありません");
        typed.putAll(Map.of("until", "2026-11-30", "products", "", "mostUses", "50"));
        assertThat(manager.submit(form, typed).status()).isEqualTo(303);
        var coupon = desk.latest(coop, Optional.empty(), 1).getFirst().coupon();
        var made = manager.open(path("/" + coupon.id()));
        assertThat(made.words())
                .contains("対象商品 10%引き（200円まで）", "対象商品が税抜1,000円以上", "お一人1回（先着50回まで）");
        assertThat(coupon.benefit())
                .isEqualTo(
                        new Benefit.Percent(
                                10,
                                Yen.of(200),
                                new Benefit.Target(Set.of(), Set.of("groceries"))));
        assertThat(coupon.until()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(manager.open(path("")).words()).contains("鍋の日", "使えます", "0回（50回まで）");
        var stop = path("/" + coupon.id() + "/stop");
        assertThat(manager.submit(made, stop, Map.of("why", " ")).words()).contains("理由を書いて");
        assertThat(manager.submit(made, stop, Map.of("why", "内容の誤り")).words()).contains("止めました");
        assertThat(audited()).containsExactlyInAnyOrder("coupon.made 冬の販促", "coupon.stopped 内容の誤り");
    }

    @Test
    @Rule("N-CPN-3")
    @DisplayName("窓口は組合員コードでクーポンをお渡しし、二度は渡さない")
    void theDeskGivesACoupon() {
        var gift =
                CouponSamples.amount(200).named("おわびのしるし").audience(Audience.GIVEN).in(coop, desk);
        var member = cards.joined(coop);
        var clerk = staff(StaffRole.Kind.DESK);
        assertThat(clerk.open(path("/new")).status()).isEqualTo(403);
        var page = clerk.open(path("/" + gift));
        assertThat(page.words()).contains("お渡しした方だけ").doesNotContain("このクーポンを止める");
        var give = path("/" + gift + "/give");
        var code = member.memberCode().orElseThrow().digits();
        assertThat(clerk.submit(page, give, Map.of("code", "1", "reason", "遅れ")).words())
                .contains("この組合員コードの方は見つかりません");
        assertThat(clerk.submit(page, give, Map.of("code", code, "reason", "遅れ")).words())
                .contains("お渡ししました");
        assertThat(clerk.submit(page, give, Map.of("code", code, "reason", "遅れ")).words())
                .contains("もうお持ちです");
        assertThat(coupons.ofMember(coop, member.memberId(), "shibuya"))
                .extracting(it -> it.coupon().id())
                .containsExactly(gift);
        assertThat(audited()).contains("coupon.given おわびのしるし　遅れ");
    }

    private String path(String rest) {
        return "/" + coop.code() + "/office/coupons" + rest;
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
                .where(AUDIT.COOP_ID.eq(coop.code()), AUDIT.ACTION.like("coupon.%"))
                .fetch(it -> it.value1());
    }
}
