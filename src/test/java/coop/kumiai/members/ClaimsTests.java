package coop.kumiai.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.stores.SlotId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestOrders;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Who says to be a member already, and what staff find in the register. */
@KumiaiTest
class ClaimsTests {
    private static final MemberCode CODE = new MemberCode("1000000009");
    private static final SlotId SLOT = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);

    @Autowired Claims claims;
    @Autowired Members members;
    @Autowired TestOrders some;
    @Autowired Accounts accounts;
    @Autowired Mails mails;
    @Autowired DSLContext sql;
    CoopId coop;
    UUID clerk;
    UUID account;
    UUID claimant;

    @BeforeEach
    void somebodyWithACode() {
        coop = some.coop();
        clerk = some.staff(coop, StaffRole.Kind.DESK, "shibuya");
        account = some.register(coop, Joining.EXISTING);
        claimant = members.byAccount(coop, account).orElseThrow().memberId();
    }

    @Test
    @Rule("N-JOIN-3")
    @DisplayName("名簿と合えば、申し出のコードで組合員になり、出資金は要らない")
    void whoIsInTheRegisterIsAMemberByTheirCode() {
        assertThat(claims.open(coop)).extracting(Claim::code).containsExactly(CODE);
        claims.confirm(coop, claimant, clerk, "名簿のお名前と生年月日が一致");
        var member = members.get(coop, claimant);
        assertThat(member.hasJoined()).isTrue();
        assertThat(member.memberCode()).contains(CODE);
        assertThat(members.shareDue(coop, claimant)).isEmpty();
        assertThat(claims.open(coop)).isEmpty();
        assertThat(audited("claim.confirmed")).isEqualTo("名簿のお名前と生年月日が一致");
    }

    @Test
    @Rule({"N-JOIN-1", "N-JOIN-2"})
    @DisplayName("名簿になければ新しい方として、次のお届けで出資金をお預かりする")
    void whoIsNotInTheRegisterJoinsLikeAnybodyNew() {
        claims.refuse(coop, claimant, clerk, "該当なし");
        assertThat(members.get(coop, claimant).hasJoined()).isFalse();
        assertThat(claims.of(coop, claimant).orElseThrow().isRefused()).isTrue();
        assertThat(audited("claim.refused")).isEqualTo("該当なし");
        var order =
                some.place(coop, account, SLOT, TestOrders.NO_WISHES, Map.of(TestOrders.RICE, 1));
        assertThat(order.current().shareCapital()).isEqualTo(Yen.of(500));
        members.collectShare(coop, claimant, Yen.of(500), clerk, order.number());
        assertThat(members.get(coop, claimant).hasJoined()).isTrue();
    }

    @Test
    @Rule("N-JOIN-3")
    @DisplayName("名簿で分かったことは、申し出た方にメールで知らせる")
    void whoClaimedIsToldByMail() {
        var other = some.register(coop, Joining.EXISTING);
        claims.confirm(coop, claimant, clerk, "一致");
        claims.refuse(coop, memberId(other), clerk, "お名前が違う");
        var good = mails.only(accounts.get(coop, account).email());
        assertThat(good.subject()).isEqualTo("組合員コードを確認しました");
        assertThat(good.text()).contains(CODE.toString()).doesNotContain("お預かりします");
        var bad = mails.only(accounts.get(coop, other).email());
        assertThat(bad.subject()).isEqualTo("組合員コードを確認できませんでした");
        assertThat(bad.text()).contains("お名前が違う", "500円");
    }

    @Test
    void aClaimIsDecidedOnce() {
        claims.refuse(coop, claimant, clerk, "該当なし");
        assertThatThrownBy(() -> claims.confirm(coop, claimant, clerk, "あった"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("members/claim-decided");
        assertThatThrownBy(() -> claims.refuse(coop, claimant, clerk, "該当なし"))
                .isInstanceOf(Refused.class);
        assertThat(members.shareDue(coop, claimant)).contains(Yen.of(500));
    }

    @Test
    void aCodeHasOneHolder() {
        claims.confirm(coop, claimant, clerk, "一致");
        var other = memberId(some.register(coop, Joining.EXISTING));
        assertThat(claims.holder(coop, claims.of(coop, other).orElseThrow())).isPresent();
        assertThatThrownBy(() -> claims.confirm(coop, other, clerk, "一致"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("members/claimed-code-taken");
        assertThat(members.get(coop, other).hasJoined()).isFalse();
    }

    @Test
    @DisplayName("同じコードを二人が申し出て、二人の職員が同時に確認しても、組合員になるのは一人")
    void ofTwoWhoClaimOneCodeOneIsConfirmed() throws Exception {
        var other = memberId(some.register(coop, Joining.EXISTING));
        var found = new CountDownLatch(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers =
                    threads.invokeAll(
                            List.of(confirming(claimant, found), confirming(other, found)));
            assertThat(answers)
                    .extracting(it -> it.resultNow())
                    .containsExactlyInAnyOrder("", "members/claimed-code-taken");
        }
        assertThat(List.of(claimant, other))
                .filteredOn(it -> members.get(coop, it).hasJoined())
                .hasSize(1);
        assertThat(claims.open(coop)).hasSize(1);
    }

    private Callable<String> confirming(UUID who, CountDownLatch found) {
        return () -> {
            found.countDown();
            found.await();
            try {
                claims.confirm(coop, who, clerk, "一致");
                return "";
            } catch (Refused refused) {
                return refused.refusals().getFirst().code();
            }
        };
    }

    @Test
    @Rule("N-JOIN-3")
    @DisplayName("申し出のコードは、新しい組合員には配らない")
    void aBroughtCodeIsNeverGivenOut() {
        claims.confirm(coop, claimant, clerk, "一致");
        for (var n = 0; n < 10; n++) {
            var joiner = memberId(some.register(coop, Joining.IN_PERSON));
            var member = members.collectShare(coop, joiner, Yen.of(500), clerk, "n" + n);
            assertThat(member.memberCode()).isPresent().get().isNotEqualTo(CODE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 　", "\n"})
    void noDecisionWithoutAReason(String reason) {
        assertThatThrownBy(() -> claims.confirm(coop, claimant, clerk, reason))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> claims.refuse(coop, claimant, clerk, reason))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> claims.refuse(coop, claimant, clerk, "あ".repeat(201)))
                .isInstanceOf(Refused.class);
        assertThat(claims.open(coop)).hasSize(1);
    }

    @Test
    void whoClaimedNothingAndWhoIsElsewhereIsNotFound() {
        var newcomer = memberId(some.register(coop, Joining.WEB));
        assertThatThrownBy(() -> claims.lookAt(coop, newcomer, clerk)).isInstanceOf(NotFound.class);
        var elsewhere = some.coop();
        assertThat(claims.open(elsewhere)).isEmpty();
        assertThatThrownBy(() -> claims.confirm(elsewhere, claimant, clerk, "一致"))
                .isInstanceOf(NotFound.class);
    }

    private UUID memberId(UUID ofAccount) {
        return members.byAccount(coop, ofAccount).orElseThrow().memberId();
    }

    private String audited(String action) {
        return String.valueOf(
                sql.fetchValue(
                        "select reason from accounts.audit where coop_id = ? and action = ? and"
                                + " subject = ?",
                        coop.code(),
                        action,
                        claimant.toString()));
    }
}
