package coop.kumiai.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.AddressRefusal.LastOne;
import coop.kumiai.members.AddressRefusal.NoPostalCode;
import coop.kumiai.members.AddressRefusal.OutsideArea;
import coop.kumiai.members.AddressRefusal.TooMany;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

@KumiaiTest
class AddressesTests {
    @Autowired Addresses addresses;
    @Autowired Members members;
    @Autowired TestMembers some;
    @Autowired TestCoops coops;
    CoopId coop;
    UUID hanako;
    Address home;

    @BeforeEach
    void aMember() {
        coop = coops.fresh();
        hanako = some.applied(coop).memberId();
        home = members.addresses(coop, hanako).getFirst();
    }

    @Test
    @Rule({"N-REG-3", "N-AREA-1"})
    void anotherAddressInAnAreaMayBeAddedChangedAndRemoved() {
        var work = addresses.add(coop, hanako, work("１５３−００５１", "上目黒"));
        assertThat(members.addresses(coop, hanako)).containsExactly(home, work);
        assertThat(work.oneLine()).isEqualTo("〒153-0051 東京都目黒区上目黒2-3 組合ビル5階");
        assertThat(addresses.requireStore(coop, work.place()).id()).isEqualTo("meguro");

        var moved = addresses.change(coop, hanako, work.addressId(), work("1540001", "池尻"));
        assertThat(moved.addressId()).isEqualTo(work.addressId());
        assertThat(addresses.requireStore(coop, moved.place()).id()).isEqualTo("setagaya");

        addresses.remove(coop, hanako, work.addressId());
        assertThat(members.addresses(coop, hanako)).containsExactly(home);
    }

    @Test
    @Rule("N-AREA-2")
    void theFirstIsTheDefaultAndCanBeChosen() {
        var work = addresses.add(coop, hanako, work("1530051", "上目黒"));
        addresses.makeFirst(coop, hanako, work.addressId());
        assertThat(members.addresses(coop, hanako)).containsExactly(work, home);
        addresses.makeFirst(coop, hanako, home.addressId());
        assertThat(members.addresses(coop, hanako)).containsExactly(home, work);
    }

    @Test
    @Rule("N-AREA-1")
    void outsideEveryAreaAnAddressIsRefusedWithAWordAboutIt() {
        var refusal = refusal(() -> addresses.add(coop, hanako, work("0600001", "北一条西")));
        assertThat(refusal).isInstanceOf(OutsideArea.class);
        assertThat(refusal.sentence()).contains("060-0001", "外です");
        assertThat(
                        refusal(
                                () ->
                                        addresses.change(
                                                coop,
                                                hanako,
                                                home.addressId(),
                                                work("0600001", ""))))
                .isInstanceOf(OutsideArea.class);
        assertThat(members.addresses(coop, hanako)).containsExactly(home);
    }

    @Test
    void theLastOneStays() {
        assertThat(refusal(() -> addresses.remove(coop, hanako, home.addressId())))
                .isEqualTo(new LastOne());
    }

    @Test
    void twoRemovedAtOnceLeaveOne() throws Exception {
        var work = addresses.add(coop, hanako, work("1530051", "上目黒"));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(List.of(removing(home), removing(work)));
            assertThat(both.get(0).get() ^ both.get(1).get()).isTrue();
        }
        assertThat(members.addresses(coop, hanako)).hasSize(1);
    }

    @Test
    void thereAreOnlySoMany() {
        coops.decide(coop, new AddressTerms(2), "", LocalDate.of(2026, 1, 1));
        addresses.add(coop, hanako, work("1530051", "上目黒"));
        assertThat(refusal(() -> addresses.add(coop, hanako, work("1530051", "上目黒"))))
                .isEqualTo(new TooMany(2));
    }

    @Test
    void anotherMembersAddressIsNotThere() {
        var stranger = some.applied(coop).memberId();
        var other = coops.fresh();
        var typed = work("1530051", "上目黒");
        assertThatThrownBy(() -> members.address(coop, stranger, home.addressId()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> addresses.change(coop, stranger, home.addressId(), typed))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> addresses.remove(coop, stranger, home.addressId()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> addresses.makeFirst(coop, stranger, home.addressId()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> members.address(other, hanako, home.addressId()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> addresses.add(other, hanako, typed)).isInstanceOf(NotFound.class);
    }

    @Test
    void badInputIsSaidAtItsFieldAndKeptOut() {
        var bad =
                new TypedAddress(
                        "x".repeat(10_000), "", "110", "SW1A 1AA", "", "", "", "", "y".repeat(61));
        var refusals =
                catchThrowableOfType(Refused.class, () -> addresses.add(coop, hanako, bad))
                        .refusals();
        assertThat(refusals)
                .extracting(Refusal::field)
                .contains(
                        "label",
                        "recipient",
                        "phone",
                        "postalCode",
                        "prefecture",
                        "city",
                        "street",
                        "building");
        assertThat(refusals).contains(new NoPostalCode(7));
    }

    @Test
    void sqlAndScriptAreJustWords() {
        var evil = "'; drop table members.address; -- <script>alert(1)</script>";
        var typed =
                new TypedAddress(
                        "勤め先", evil, "0355500101", "1530051", "東京都", "目黒区", "上目黒", "2-3", evil);
        assertThat(addresses.add(coop, hanako, typed).recipient()).isEqualTo(evil);
        assertThat(members.addresses(coop, hanako)).hasSize(2);
    }

    private Callable<Boolean> removing(Address address) {
        return () -> {
            try {
                addresses.remove(coop, hanako, address.addressId());
                return true;
            } catch (Refused refused) {
                return false;
            }
        };
    }

    private static Refusal refusal(ThrowingCallable call) {
        return catchThrowableOfType(Refused.class, call).refusals().getFirst();
    }

    private static TypedAddress work(String postalCode, String town) {
        return new TypedAddress(
                "勤め先", "山田 花子", "03-5550-0101", postalCode, "東京都", "目黒区", town, "２−３", "組合ビル5階");
    }
}
