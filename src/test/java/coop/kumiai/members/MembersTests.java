package coop.kumiai.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

@KumiaiTest
class MembersTests {
    private static final UUID DRIVER = new UUID(7, 7);
    private static final Yen SHARE = Yen.of(500);

    @Autowired Members members;
    @Autowired Accounts accounts;
    @Autowired TestMembers some;
    @Autowired TestCoops coops;
    CoopId coop;
    Member hanako;

    @BeforeEach
    void aMember() {
        coop = coops.fresh();
        hanako = some.applied(coop);
    }

    @Test
    @Rule({"N-JOIN-1", "N-JOIN-2"})
    void payingTheShareCapitalInMakesOneAMember() {
        assertThat(members.shareDue(coop, hanako.memberId())).contains(SHARE);
        var joined = members.collectShare(coop, hanako.memberId(), SHARE, DRIVER, "order-1");
        assertThat(joined.hasJoined()).isTrue();
        assertThat(joined.memberCode()).isPresent();
        assertThat(members.shareDue(coop, hanako.memberId())).isEmpty();
    }

    @Test
    @Rule("N-JOIN-2")
    void theShareCapitalIsCollectedOnce() {
        var joined = members.collectShare(coop, hanako.memberId(), SHARE, DRIVER, "order-1");
        assertThat(members.collectShare(coop, hanako.memberId(), SHARE, DRIVER, "order-1"))
                .isEqualTo(joined);
        assertThatThrownBy(
                        () ->
                                members.collectShare(
                                        coop, hanako.memberId(), SHARE, DRIVER, "order-2"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void onlyWhatIsDueIsCollected() {
        for (var amount : List.of(Yen.of(499), Yen.of(501), Yen.ZERO, Yen.of(-500))) {
            assertThatThrownBy(
                            () ->
                                    members.collectShare(
                                            coop, hanako.memberId(), amount, DRIVER, "order-1"))
                    .isInstanceOf(Refused.class);
        }
        assertThat(members.get(coop, hanako.memberId()).hasJoined()).isFalse();
    }

    @Test
    void twoDriversAtOnceCollectOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(List.of(collecting("order-1"), collecting("order-2")));
            assertThat(both.get(0).get() ^ both.get(1).get()).isTrue();
        }
    }

    @Test
    void codesOfMembersWhoJoinAtOnceDiffer() throws Exception {
        var people = IntStream.range(0, 6).mapToObj(i -> some.applied(coop)).toList();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var codes =
                    threads
                            .invokeAll(
                                    people.stream()
                                            .<Callable<String>>map(
                                                    it ->
                                                            () ->
                                                                    joined(it)
                                                                            .memberCode()
                                                                            .orElseThrow()
                                                                            .digits())
                                            .toList())
                            .stream()
                            .map(it -> it.resultNow())
                            .toList();
            assertThat(codes).doesNotHaveDuplicates().allMatch(it -> it.length() == 10);
        }
    }

    @Test
    @Rule("N-JOIN-3")
    void whoHasJoinedAlreadyOwesNothingAndOccupiesNoCode() {
        var claimed = Optional.of(new MemberCode("3456789012"));
        for (var i = 0; i < 2; i++) {
            var account = accounts.createMember(coop, TestMembers.email(), "佐藤 一郎");
            var application =
                    new Application(
                            new PersonName("佐藤", "一郎", "サトウ", "イチロウ"),
                            "0355500101",
                            LocalDate.of(1950, 1, 1),
                            "1-1",
                            "",
                            Joining.EXISTING,
                            claimed);
            var member =
                    members.register(coop, account.accountId(), application, TestMembers.JINGUMAE);
            assertThat(members.shareDue(coop, member.memberId())).isEmpty();
            assertThat(member.memberCode()).isEmpty();
        }
    }

    @Test
    void anotherCoopsMemberIsNobodyHere() {
        var other = coops.fresh();
        assertThatThrownBy(() -> members.get(other, hanako.memberId()))
                .isInstanceOf(NotFound.class);
        assertThat(members.byAccount(other, hanako.accountId().orElseThrow())).isEmpty();
        assertThat(members.shareDue(other, hanako.memberId())).isEmpty();
        assertThatThrownBy(
                        () ->
                                members.collectShare(
                                        other, hanako.memberId(), SHARE, DRIVER, "order-1"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void ageIsCountedInCompletedYears() {
        assertThat(hanako.ageOn(LocalDate.of(2026, 3, 31))).isEqualTo(54);
        assertThat(hanako.ageOn(LocalDate.of(2026, 4, 1))).isEqualTo(55);
    }

    @Test
    @Rule("N-REG-3")
    void aChangedNameIsTheNameOfTheAccountToo() {
        var typed = new TypedPerson("鈴木", "花子", "すずき", "はなこ", "03-5550-0101");
        var changed = members.change(coop, hanako.memberId(), typed);
        assertThat(changed.name().fullKana()).isEqualTo("スズキ ハナコ");
        assertThat(changed.phone()).isEqualTo("0355500101");
        assertThat(some.account(coop, changed).displayName()).isEqualTo("鈴木 花子");
    }

    private Callable<Boolean> collecting(String ref) {
        return () -> {
            try {
                members.collectShare(coop, hanako.memberId(), SHARE, DRIVER, ref);
                return true;
            } catch (Refused refused) {
                return false;
            }
        };
    }

    private Member joined(Member member) {
        return members.collectShare(
                coop, member.memberId(), SHARE, DRIVER, member.memberId().toString());
    }
}
