package coop.kumiai.cards;

import static coop.kumiai.accounts.db.Tables.AUDIT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.cards.OlderCard.Kind;
import coop.kumiai.cards.OlderCard.State;
import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.MemberRegister;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCards;
import coop.kumiai.testing.TestCoops;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@KumiaiTest
class OlderCardsTests {
    private static final UUID STAFF = new UUID(7, 7);
    private static final String NUMBER = "A-2015 0401";
    @Autowired OlderCards older;
    @Autowired OlderCardImport files;
    @Autowired CardChecks checks;
    @Autowired MemberRegister register;
    @Autowired TestCards some;
    @Autowired TestCoops coops;
    @Autowired DSLContext sql;
    @TempDir Path folder;
    CoopId coop;
    UUID till;
    Member hanako;

    @BeforeEach
    void aMember() {
        coop = coops.fresh();
        till = some.till(coop);
        hanako = some.joined(coop);
    }

    @Test
    @Rule("U-CARD-1")
    void anOlderCardGivesTheMemberPriceAsOftenAsItIsShownAndNeverPays() {
        record(NUMBER, Optional.empty());
        var expected = new CheckedCard(hanako.memberCode().orElseThrow(), "山田 花子", true, false);
        assertThat(check("A20150401")).isEqualTo(expected);
        assertThat(check("ａ－２０１５−０４０１")).as("in any writing, and again").isEqualTo(expected);
    }

    @Test
    @Rule("U-CARD-1")
    void aLostOrReplacedCardGivesNothing() {
        record(NUMBER, Optional.empty());
        record("B0001", Optional.of(only().cardId()));
        refused(() -> check(NUMBER), new OlderCardRefusal.Replaced());
        assertThat(check("B0001").memberPrice()).isTrue();
        var newer = older.of(coop, hanako.memberId()).stream().filter(OlderCard::isValid).toList();
        older.lose(coop, hanako.memberId(), newer.getFirst().cardId(), STAFF, "財布ごとなくした");
        refused(() -> check("B0001"), new OlderCardRefusal.Lost());
        refused(
                () -> older.giveUp(coop, hanako.memberId(), newer.getFirst().cardId(), STAFF, "返却"),
                new OlderCardRefusal.NotInUse(State.LOST));
        assertThat(
                        sql.select(AUDIT.ACTION)
                                .from(AUDIT)
                                .where(
                                        AUDIT.COOP_ID.eq(coop.code()),
                                        AUDIT.ACTION.startsWith("older-card."))
                                .fetch(AUDIT.ACTION))
                .containsExactlyInAnyOrder(
                        "older-card.recorded",
                        "older-card.recorded",
                        "older-card.replaced",
                        "older-card.lost");
    }

    @Test
    @Rule("U-CARD-1")
    void aCoopEndsItsOlderCardsByPolicy() {
        record(NUMBER, Optional.empty());
        coops.decide(coop, new OlderCardTerms(false), "", LocalDate.of(2026, 1, 1));
        refused(() -> check(NUMBER), new OlderCardRefusal.NoLongerTaken());
    }

    @Test
    @Rule("U-CARD-1")
    void whoHasLeftGetsNoMemberPrice() {
        record(NUMBER, Optional.empty());
        register.leave(coop, hanako.memberId(), STAFF);
        refused(() -> check(NUMBER), new OlderCardRefusal.OutOfUse());
    }

    @Test
    void anUnknownNumberAndAnotherCoopsAreNoCards() {
        record(NUMBER, Optional.empty());
        refused(() -> check("99999"), new CardRefusal.NoCode());
        var other = coops.fresh();
        refused(() -> checks.check(other, some.till(other), NUMBER), new CardRefusal.NoCode());
    }

    @Test
    void whatIsTypedWrongAtTheDeskIsRefused() {
        refused(
                () -> record("12", Optional.empty(), "", "新規"),
                new OlderCardRefusal.BadNumber(4, 20),
                new OlderCardRefusal.BadIssueDay());
        refused(
                () -> record(NUMBER, Optional.empty(), "2026/11/21", "新規"),
                new OlderCardRefusal.BadIssueDay());
        refused(
                () -> record(NUMBER, Optional.empty(), "2015/4/1", " "),
                new OlderCardRefusal.NoReason());
        record(NUMBER, Optional.empty());
        var taro = some.joined(coop);
        refused(
                () ->
                        older.record(
                                coop,
                                taro.memberId(),
                                Kind.PAPER,
                                NUMBER,
                                "2015/4/1",
                                Optional.empty(),
                                STAFF,
                                "新規"),
                new OlderCardRefusal.NumberTaken("A20150401"));
        var card = only().cardId();
        assertThatThrownBy(() -> older.lose(coop, taro.memberId(), card, STAFF, "紛失"))
                .isInstanceOf(NotFound.class);
        assertThat(only().isValid()).isTrue();
    }

    @Test
    void aReplacementThatIsRefusedReplacesNothing() {
        record(NUMBER, Optional.empty());
        refused(
                () -> record(NUMBER, Optional.of(only().cardId())),
                new OlderCardRefusal.NumberTaken("A20150401"));
        assertThat(check(NUMBER).memberPrice()).isTrue();
    }

    @Test
    void aFileIsTakenOnce() throws IOException {
        var code = hanako.memberCode().orElseThrow().digits();
        var file =
                file(
                        code + ",laminated,A-1001,平成27年4月1日,valid",
                        code + ",paper,A-1002,2010/4/1,lost");
        assertThat(files.take(coop, file, it -> {})).contains("組合員証2枚を記録しました");
        assertThat(files.take(coop, file, it -> {})).contains("0枚を記録", "2枚は、そのまま");
        assertThat(check("A1001").memberPrice()).isTrue();
        refused(() -> check("A1002"), new OlderCardRefusal.Lost());
        assertThat(only().issuedOn()).isEqualTo(LocalDate.of(2015, 4, 1));
    }

    @Test
    void ofAFileWithABadLineNothingIsTaken() throws IOException {
        var code = hanako.memberCode().orElseThrow().digits();
        var taro = some.joined(coop);
        older.record(
                coop,
                taro.memberId(),
                Kind.PAPER,
                "T-9000",
                "2015/4/1",
                Optional.empty(),
                STAFF,
                "新規");
        var file =
                file(
                        code + ",laminated,A-1001,2015/4/1,valid",
                        code + ",laminated,A1001,2015/4/1,valid",
                        "9999999999,plastic,1,きのう,gone",
                        code + ",paper,T9000,2015/4/1,valid");
        assertThatThrownBy(() -> files.take(coop, file, it -> {}))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        it ->
                                assertThat(it.badLines())
                                        .extracting(BadLine::toString)
                                        .satisfiesExactly(
                                                same -> assertThat(same).contains("前の行にもあります"),
                                                all ->
                                                        assertThat(all)
                                                                .contains(
                                                                        "番号は",
                                                                        "発行日は",
                                                                        "kind",
                                                                        "state",
                                                                        "9999999999"),
                                                other -> assertThat(other).contains("ほかの組合員")));
        assertThat(older.of(coop, hanako.memberId())).isEmpty();
    }

    private Path file(String... lines) throws IOException {
        var all = String.join(",", OlderCardImport.COLUMNS) + "\n" + String.join("\n", lines);
        return Files.writeString(folder.resolve("cards.csv"), all + "\n");
    }

    private void record(String number, Optional<UUID> replaces) {
        record(number, replaces, "2015/4/1", "窓口で確かめた");
    }

    private void record(String number, Optional<UUID> replaces, String issuedOn, String why) {
        older.record(
                coop, hanako.memberId(), Kind.LAMINATED, number, issuedOn, replaces, STAFF, why);
    }

    private OlderCard only() {
        return older.of(coop, hanako.memberId()).getFirst();
    }

    private CheckedCard check(String number) {
        return checks.check(coop, till, number);
    }

    private static void refused(Runnable doing, Refusal... why) {
        assertThatThrownBy(doing::run)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusals()).isEqualTo(List.of(why)));
    }
}
