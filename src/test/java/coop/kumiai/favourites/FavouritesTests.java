package coop.kumiai.favourites;

import static coop.kumiai.orders.Shopping.BEER;
import static coop.kumiai.orders.Shopping.RICE;
import static coop.kumiai.orders.Shopping.SOAP;
import static coop.kumiai.testing.SentForm.csrf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Addresses;
import coop.kumiai.members.Members;
import coop.kumiai.members.TypedAddress;
import coop.kumiai.orders.Deliveries;
import coop.kumiai.orders.Shopping;
import coop.kumiai.policies.DatedPolicy;
import coop.kumiai.policies.Policies;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.web.SignedIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@KumiaiTest
class FavouritesTests {
    private static final TypedAddress WORK =
            new TypedAddress(
                    "勤め先", "湊 花子", "0355500101", "1530051", "東京都", "目黒区", "上目黒", "2-3", "");

    @Autowired Favourites favourites;
    @Autowired Policies policies;
    @Autowired Accounts accounts;
    @Autowired TestCoops coops;
    @Autowired Members members;
    @Autowired Addresses addresses;
    @Autowired Deliveries deliveries;
    @Autowired MockMvcTester mvc;
    @Autowired ApplicationContext context;
    CoopId coop;
    Shopping shopping;
    UUID account;

    @BeforeEach
    void aMember() {
        coop = coops.fresh();
        shopping = new Shopping(coop, context);
        account = shopping.member();
    }

    @Test
    @Rule("N-FAV-1")
    @DisplayName("取り扱いが終わったお気に入りは、見えるけれど買えない")
    void whatIsSoldNoMoreIsShownAndCannotBeBought() {
        favourites.add(coop, account, RICE);
        favourites.add(coop, account, RICE);
        favourites.add(coop, account, SOAP);
        assertThat(list(Optional.empty(), 9).favourites())
                .extracting(it -> it.product().jan(), it -> it.offer().isPresent())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(RICE, true),
                        org.assertj.core.groups.Tuple.tuple(SOAP, true));
        shopping.discontinue(SOAP);
        assertThat(list(Optional.empty(), 9).favourites())
                .filteredOn(it -> it.offer().isEmpty())
                .singleElement()
                .extracting(it -> it.product().jan())
                .isEqualTo(SOAP);
        assertThat(mvc.get().uri("/" + coop + "/favourites").with(member()).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("いま取り扱いのないお気に入り", "せっけん 3個", "新米 2kg");
        favourites.remove(coop, account, SOAP);
        assertThat(favourites.has(coop, account, SOAP)).isFalse();
    }

    @Test
    @Rule("N-FAV-1")
    @DisplayName("お店が変わると、前のお店のお気に入りはない")
    void anotherStoreHasOthers() {
        favourites.add(coop, account, RICE);
        var member = members.byAccount(coop, account).orElseThrow().memberId();
        var home = members.addresses(coop, member).getFirst();
        var work = addresses.add(coop, member, WORK);
        deliveries.chooseAddress(coop, account, work.addressId());
        assertThat(favourites.has(coop, account, RICE)).isFalse();
        assertThat(list(Optional.empty(), 9).favourites()).isEmpty();
        favourites.add(coop, account, SOAP);
        deliveries.chooseAddress(coop, account, home.addressId());
        assertThat(list(Optional.empty(), 9).favourites())
                .singleElement()
                .extracting(it -> it.product().jan())
                .isEqualTo(RICE);
    }

    @Test
    void theListComesInParts() {
        for (var jan : List.of(RICE, SOAP, BEER)) {
            favourites.add(coop, account, jan);
        }
        var first = list(Optional.empty(), 2);
        assertThat(first.favourites()).hasSize(2);
        var rest = list(first.next(), 2);
        assertThat(rest.favourites()).hasSize(1);
        assertThat(rest.next()).isEmpty();
    }

    @Test
    @DisplayName("上限までは入り、次の一つは数を示して断る")
    void noMoreThanTheLimit() {
        var today = LocalDate.of(2026, 11, 20);
        policies.decide(coop, new DatedPolicy<>("", today, new FavouriteLimits(2), "試験", "試験のため"));
        favourites.add(coop, account, RICE);
        favourites.add(coop, account, SOAP);
        favourites.add(coop, account, SOAP);
        assertThatThrownBy(() -> favourites.add(coop, account, BEER))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("favourites/too-many");
        assertThat(press(BEER, "add")).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    @Test
    @DisplayName("商品の画面のボタンで入れ、もう一度押すと外れる")
    void theButtonAtTheProductPutsItInAndTakesItOut() {
        assertThat(product(member())).contains("お気に入りに入れる");
        assertThat(press(RICE, "add")).isEqualTo(HttpStatus.SEE_OTHER.value());
        assertThat(product(member())).contains("お気に入りから外す");
        assertThat(press(RICE, "remove")).isEqualTo(HttpStatus.SEE_OTHER.value());
        assertThat(favourites.has(coop, account, RICE)).isFalse();
        assertThat(product(it -> it)).doesNotContain("お気に入り");
        assertThat(press(new Jan("4901234567894"), "add")).isEqualTo(404);
        assertThatThrownBy(() -> favourites.add(coop, new UUID(0, 1), RICE))
                .isInstanceOf(NotFound.class);
    }

    private FavouriteList list(Optional<Jan> after, int size) {
        return favourites.list(coop, account, after, size);
    }

    private int press(Jan jan, String wish) {
        return mvc.post()
                .uri("/" + coop + "/favourites")
                .with(member())
                .with(csrf())
                .param("product", jan.digits())
                .param("wish", wish)
                .exchange()
                .getResponse()
                .getStatus();
    }

    private String product(RequestPostProcessor visitor) {
        var result = mvc.get().uri("/" + coop + "/product/" + RICE).with(visitor).exchange();
        assertThat(result).hasStatusOk();
        return new String(
                result.getResponse().getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private RequestPostProcessor member() {
        var signedIn = SignedIn.of(coop, accounts.get(coop, account), Set.of());
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of()));
    }
}
