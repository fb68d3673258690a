package coop.kumiai.office;

import static coop.kumiai.accounts.db.Tables.AUDIT;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Member;
import coop.kumiai.members.ShareProofs;
import coop.kumiai.members.Shares;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.TestCards;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.testing.Visitor;
import coop.kumiai.testing.Visitor.Shown;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.Map;
import java.util.UUID;

/** A share costs 1,000 yen at the school co-op, and a member holds 5 to 1,000 of them. */
@KumiaiTest
class ShareChangePageTests {
    private static final UUID STAFF = new UUID(7, 7);
    private static final String REASON = "窓口でお申し出";
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestCards some;
    @Autowired TestMembers people;
    @Autowired TestOrders orders;
    @Autowired Shares shares;
    @Autowired ShareProofs proofs;
    @Autowired DSLContext sql;
    CoopId coop;
    Member hanako;
    Visitor desk;

    @BeforeEach
    void aMemberAndTheDesk() {
        coop = coops.school();
        hanako = some.joined(coop);
        desk = new Visitor(port);
        var address = orders.staffAddress(coop, StaffRole.Kind.DESK, "honbu");
        var door = desk.open("/" + coop.code() + "/office/sign-in");
        desk.submit(door, Map.of("email", address, "password", TestOrders.PASSWORD));
    }

    @Test
    void sharesAreIncreasedAndPaid() {
        var letter = check("INCREASE", "１０", REASON);
        assertThat(letter.words()).contains("増資　10口 10,000円", "お払込みの後 15口 15,000円");
        assertThat(shares.holding(coop, hanako.memberId()).due().isZero())
                .as("nothing counts before it is confirmed")
                .isTrue();
        assertThat(confirm(letter).words()).contains("増資を受け付けました", "未払い 10口 10,000円");
        confirm(letter);
        assertThat(shares.holding(coop, hanako.memberId()).due().units())
                .as("pressed twice, it counts once")
                .isEqualTo(10);
        shares.payIn(coop, hanako.memberId(), Yen.of(10000), STAFF, "bank", "");
        assertThat(shares.holding(coop, hanako.memberId()).capital().units()).isEqualTo(15);
        assertThat(audited("share.increased")).isEqualTo(1);
    }

    @Test
    void sharesAreReducedAndPaidBack() {
        shares.subscribe(coop, hanako.memberId(), 10, "more");
        shares.payIn(coop, hanako.memberId(), Yen.of(10000), STAFF, "bank", "");
        var letter = check("REDUCE", "10", REASON);
        assertThat(letter.words()).contains("減資　10口 10,000円", "減資の後 5口 5,000円");
        var reduced = confirm(letter);
        assertThat(reduced.words()).contains("減資を受け付けました", "払戻予定 10口 10,000円");
        var more = desk.submit(reduced, path("/share-change/pay-back"), Map.of("owed", "15000"));
        assertThat(more.status()).isEqualTo(422);
        assertThat(more.words()).contains("払い戻す出資金は10,000円です");
        var paid = desk.submit(reduced, path("/share-change/pay-back"), Map.of("ref", "振込"));
        assertThat(paid.words()).contains("払い戻しを記録しました").doesNotContain("払戻予定");
        desk.submit(reduced, path("/share-change/pay-back"), Map.of("ref", "振込"));
        var after = shares.holding(coop, hanako.memberId());
        assertThat(after.capital().yen()).isEqualTo(Yen.of(5000));
        assertThat(after.owed().isZero()).isTrue();
        assertThat(proofs.run(coop).findings()).isEmpty();
        assertThat(audited("share.reduced")).isEqualTo(1);
        assertThat(audited("share.paid-back")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "INCREASE, 995, 200, お払込みの後 1,000口",
        "INCREASE, 996, 422, お一人の出資は1,000口までです",
        "INCREASE, 0, 422, 口数は1口以上の数字で",
        "INCREASE, 十口, 422, 口数は1口以上の数字で",
        "INCREASE, 99999999999, 422, 口数は1口以上の数字で",
        "REDUCE, 1, 422, 組合員の方は5口以上の出資が必要です"
    })
    void theLimitsAreSaidBeforeAnythingCounts(
            String kind, String units, int status, String sentence) {
        var shown = check(kind, units, REASON);
        assertThat(shown.status()).isEqualTo(status);
        assertThat(shown.words()).contains(sentence);
    }

    @Test
    void aReasonIsNeededAndOnlyMembersChange() {
        var refused = confirm(check("INCREASE", "1", " "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("理由を書いてください");
        assertThat(shares.holding(coop, hanako.memberId()).due().isZero()).isTrue();
        hanako = people.applied(coop);
        var open = desk.open("/" + coop.code() + "/office/members");
        var found = desk.submit(open, Map.of("words", "山田 花子", "reason", REASON));
        var member = desk.submit(found, path(""), Map.of());
        assertThat(member.words()).doesNotContain("増資・減資に進む");
    }

    private Shown check(String kind, String units, String reason) {
        var list = desk.open("/" + coop.code() + "/office/members");
        var found = desk.submit(list, Map.of("words", "山田 花子", "reason", REASON));
        var member = desk.submit(found, path(""), Map.of());
        var form = desk.submit(member, path("/share-change"), Map.of());
        return desk.submit(
                form,
                path("/share-change/check"),
                Map.of("kind", kind, "units", units, "reason", reason));
    }

    private Shown confirm(Shown letter) {
        return desk.submit(letter, path("/share-change/confirm"), Map.of());
    }

    private String path(String rest) {
        return "/" + coop.code() + "/office/members/" + hanako.memberId() + rest;
    }

    private int audited(String action) {
        return sql.fetchCount(
                AUDIT,
                AUDIT.COOP_ID.eq(coop.code()),
                AUDIT.ACTION.eq(action),
                AUDIT.SUBJECT.eq(hanako.memberId().toString()),
                AUDIT.REASON.eq(REASON));
    }
}
