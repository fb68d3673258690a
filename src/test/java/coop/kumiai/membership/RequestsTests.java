package coop.kumiai.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.demo.Mail;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.members.TypedPerson;
import coop.kumiai.membership.MemberRequest.Kind;
import coop.kumiai.membership.MemberRequest.State;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.UUID;

@KumiaiTest
class RequestsTests {
    private static final UUID STAFF = new UUID(7, 7);
    @Autowired MemberRequests requests;
    @Autowired CardNames cardNames;
    @Autowired MailChoices mailChoices;
    @Autowired Members members;
    @Autowired TestMembers some;
    @Autowired TestCoops coops;
    @Autowired Mails mails;
    @Autowired BusinessClock clock;
    CoopId coop;
    String email;
    Member hanako;

    @BeforeEach
    void aMember() {
        coop = coops.school();
        email = TestMembers.email();
        hanako = some.applied(coop, email);
    }

    @Test
    @Rule({"M-PAGE-1", "M-PAGE-2"})
    void aRequestIsHandledByStaffAndItsStateIsSeen() {
        ask(Kind.RETIREMENT, "来年3月末に退職します。", "form-1");
        ask(Kind.RETIREMENT, "来年3月末に退職します。", "form-1");
        var request = requests.waiting(coop).getFirst();
        assertThat(requests.waiting(coop)).hasSize(1);
        assertThat(members.get(coop, hanako.memberId()))
                .as("nothing changes by itself")
                .isEqualTo(hanako);
        handle(request, State.WORKING, "書類をお送りしました。");
        assertThat(only().state()).isEqualTo(State.WORKING);
        handle(request, State.DONE, "手続きが済みました。");
        assertThat(only().answer()).isEqualTo("手続きが済みました。");
        assertThat(requests.waiting(coop)).isEmpty();
        assertThat(mails.to(email, 2))
                .allSatisfy(it -> assertThat(it.subject()).isEqualTo("退職の届出へのお答え"));
        refused(() -> handle(request, State.DECLINED, "やはり"), new RequestRefusal.AlreadyFinished());
    }

    @Test
    @Rule("M-PAGE-1")
    void nothingAndTooMuchAreRefused() {
        refused(() -> ask(Kind.INQUIRY, "　\n", "form-1"), new RequestRefusal.Empty("body"));
        refused(
                () -> ask(Kind.INQUIRY, "𠮷".repeat(1001), "form-1"),
                new RequestRefusal.TooLong("body", 1000, 1001));
        ask(Kind.INQUIRY, "𠮷".repeat(1000), "form-1");
        refused(() -> handle(only(), State.DONE, " "), new RequestRefusal.Empty("answer"));
    }

    @Test
    @Rule({"N-CAT-4", "N-RET-2"})
    @DisplayName("ネットスーパーでは、商品の希望とお届けした商品のことを受け、職員の答えが届く")
    void membersOfAShopWriteAboutGoods() {
        var shop = coops.fresh();
        var address = TestMembers.email();
        var shopper = some.applied(shop, address).memberId();
        assertThat(requests.kinds(shop))
                .containsExactly(Kind.PRODUCT_WISH, Kind.GOODS_TROUBLE, Kind.INQUIRY);
        requests.ask(shop, shopper, Kind.PRODUCT_WISH, "商品の名前：塩こうじ\nメーカー：湊醸造", "form-1");
        requests.ask(shop, shopper, Kind.GOODS_TROUBLE, "たまごが割れていました。", "form-2");
        for (var waiting : requests.waiting(shop)) {
            requests.handle(shop, waiting.requestId(), State.DONE, "返金しました。", STAFF);
        }
        assertThat(mails.to(address, 2))
                .extracting(Mail::subject)
                .containsExactlyInAnyOrder("取り扱ってほしい商品へのお答え", "お届けした商品のことへのお答え");
        assertThatThrownBy(() -> requests.ask(shop, shopper, Kind.RETIREMENT, "退職", "form-3"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> ask(Kind.PRODUCT_WISH, "塩こうじ", "form-4"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anotherCoopsRequestIsNotThere() {
        ask(Kind.INQUIRY, "明細の見かた", "form-1");
        var other = coops.school();
        assertThat(requests.waiting(other)).isEmpty();
        assertThatThrownBy(() -> requests.get(other, only().requestId()))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @Rule("M-CARD-2")
    @CsvSource({
        // Friday before a Monday that is a holiday (11/23), Thursday before the weekend, New Year
        "2026-11-20T08:00, 2026-11-26",
        "2026-11-26T23:59, 2026-12-01",
        "2026-12-29T10:00, 2027-01-04"
    })
    void theCardShowsANewNameAfterThreeBusinessDays(String changedAt, LocalDate from) {
        clock.standAt(TestClock.jst(changedAt));
        var changed = rename("鈴木");
        assertThat(cardNames.shown(coop, changed)).isEqualTo("山田 花子");
        assertThat(cardNames.changesOn(coop, changed.memberId())).contains(from);
        clock.standAt(TestClock.jst(from.minusDays(1) + "T23:59"));
        assertThat(cardNames.shown(coop, changed)).isEqualTo("山田 花子");
        clock.standAt(TestClock.jst(from + "T00:00"));
        assertThat(cardNames.shown(coop, changed)).isEqualTo("鈴木 花子");
    }

    @Test
    @Rule("M-CARD-2")
    void twoChangesInARowShowTheOldestNameFirst() {
        rename("鈴木");
        clock.standAt(TestClock.jst("2026-11-24T08:00"));
        var changed = rename("佐藤");
        assertThat(cardNames.shown(coop, changed)).isEqualTo("山田 花子");
        clock.standAt(TestClock.jst("2026-11-26T08:00"));
        assertThat(cardNames.shown(coop, changed)).isEqualTo("鈴木 花子");
        clock.standAt(TestClock.jst("2026-11-27T08:00"));
        assertThat(cardNames.shown(coop, changed)).isEqualTo("佐藤 花子");
    }

    @Test
    void theNewsletterComesOnlyToThoseWhoWantIt() {
        assertThat(mailChoices.wantsNewsletter(coop, hanako.memberId())).isFalse();
        mailChoices.choose(coop, hanako.memberId(), true);
        assertThat(mailChoices.wantsNewsletter(coop, hanako.memberId())).isTrue();
        mailChoices.choose(coop, hanako.memberId(), false);
        assertThat(mailChoices.wantsNewsletter(coop, hanako.memberId())).isFalse();
    }

    private Member rename(String family) {
        var typed = new TypedPerson(family, "花子", "かな", "はなこ", "09012345678");
        return members.change(coop, hanako.memberId(), typed);
    }

    private void ask(Kind kind, String body, String key) {
        requests.ask(coop, hanako.memberId(), kind, body, key);
    }

    private void handle(MemberRequest request, State state, String answer) {
        requests.handle(coop, request.requestId(), state, answer, STAFF);
    }

    private MemberRequest only() {
        var all = requests.of(coop, hanako.memberId());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static void refused(Runnable doing, RequestRefusal why) {
        assertThatThrownBy(doing::run)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusals()).containsExactly(why));
    }
}
