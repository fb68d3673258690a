package coop.kumiai.demo;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.wallet.Campaign;
import coop.kumiai.wallet.Campaigns;
import coop.kumiai.wallet.Channel;
import coop.kumiai.wallet.Instruction;
import coop.kumiai.wallet.PastPostings;
import coop.kumiai.wallet.PointUse;
import coop.kumiai.wallet.Purchase;
import coop.kumiai.wallet.ReceiptLine;
import coop.kumiai.wallet.Wallets;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The last weeks of a student at the demo co-op daigaku, as the e-money tells them. */
@Component
@Profile("demo")
class DemoTerm {
    private static final int WEEKS = 4;
    private static final UUID THE_DEMO = new UUID(0, 0);
    private static final String CANTEEN = "shokudo";
    private static final String OTHER_CAMPUS = "kita";
    private static final String BOOKS = "shoseki";
    private static final String SHOP = "minami";

    /** What is eaten from Monday to Friday. */
    private static final List<List<ReceiptLine>> LUNCHES =
            List.of(
                    List.of(line("唐揚げ定食", 620)),
                    List.of(line("カレーライス（中）", 430), line("サラダバー", 165)),
                    List.of(line("日替わりランチ", 550), line("みそ汁", 44)),
                    List.of(line("きつねうどん", 330), line("おにぎり（鮭）", 130)),
                    List.of(line("さばの塩焼き定食", 600)));

    private final Wallets wallets;
    private final Campaigns campaigns;
    private final PastPostings past;
    private final Clock clock;

    DemoTerm(Wallets wallets, Campaigns campaigns, PastPostings past, Clock clock) {
        this.wallets = wallets;
        this.campaigns = campaigns;
        this.past = past;
        this.clock = clock;
    }

    /** One posting after the other, each under a key of its place. */
    private final class Story {
        private final CoopId coop;
        private final UUID wallet;
        private int told;

        Story(CoopId coop, UUID wallet) {
            this.coop = coop;
            this.wallet = wallet;
        }

        UUID post(LocalDate day, String time, Instruction instruction) {
            var moment = day.atTime(LocalTime.parse(time)).atZone(BusinessClock.JAPAN);
            return past.post(coop, moment.toInstant(), instruction).postingId();
        }

        void charge(LocalDate day, String time, Channel channel, String money, long yen) {
            var amount = Yen.of(yen);
            var nothing = Optional.<UUID>empty();
            post(day, time, new Instruction.Charge(key(), wallet, channel, money, amount, nothing));
        }

        UUID pay(LocalDate day, String time, String shop, List<ReceiptLine> lines) {
            var sum = Yen.sum(lines.stream().map(ReceiptLine::amount).toList());
            var purchase = new Purchase(shop, sum, lines);
            return post(day, time, new Instruction.Pay(key(), wallet, purchase, PointUse.FIRST));
        }

        String key() {
            return "demo:" + wallet + ":" + ++told;
        }
    }

    /** Plans the campaign and tells the story; nothing of it lies in the future. */
    void tell(CoopId coop, UUID member) {
        var today = LocalDate.now(clock);
        var monday = today.minusWeeks(WEEKS).with(DayOfWeek.MONDAY);
        campaigns.plan(coop, readingFair(monday), THE_DEMO);
        var story = new Story(coop, wallets.open(coop, member, false).walletId());
        begin(story, monday.minusDays(3));
        for (var week = 0; week < WEEKS; week++) {
            lunches(story, monday.plusWeeks(week), week);
            errand(story, monday.plusWeeks(week).plusDays(4), week);
        }
    }

    private static void begin(Story story, LocalDate friday) {
        story.post(
                friday,
                "10:05",
                new Instruction.Verify(
                        "verify:" + story.wallet, story.wallet, "利用条件（2026年4月1日版）に同意"));
        story.charge(friday, "10:12", Channel.CASH, "base", 10_000);
        story.charge(friday, "10:14", Channel.CASH, "meal", 20_000);
    }

    private static void lunches(Story story, LocalDate monday, int week) {
        for (var day = 0; day < LUNCHES.size(); day++) {
            if ((day + week) % LUNCHES.size() != 2) { // once a week a lunch from home
                var canteen = day == 1 ? OTHER_CAMPUS : CANTEEN;
                story.pay(monday.plusDays(day), "12:1" + day, canteen, LUNCHES.get(day));
            }
        }
    }

    /** What happens on the Friday afternoon of each week. */
    private static void errand(Story story, LocalDate friday, int week) {
        switch (week) {
            case 0 ->
                    story.pay(
                            friday,
                            "16:08",
                            SHOP,
                            List.of(
                                    goods("4512345678901", "ノート（A4・5冊）", 2, 1_160),
                                    goods("4512345678918", "ボールペン", 3, 495)));
            case 1 ->
                    story.pay(
                            friday,
                            "16:32",
                            BOOKS,
                            List.of(
                                    goods("9784000000017", "化学入門（第3版）", 1, 3_300),
                                    goods("9784000000024", "線形代数 問題集", 1, 2_200)));
            case 2 -> story.charge(friday, "16:02", Channel.CASH, "base", 10_000);
            default -> exchanged(story, friday);
        }
    }

    /** The wrong volume was bought, and brought back. */
    private static void exchanged(Story story, LocalDate friday) {
        var wrong =
                story.pay(
                        friday,
                        "16:20",
                        BOOKS,
                        List.of(
                                goods("9784000000031", "フランス語文法 上", 1, 1_980),
                                goods("9784000000048", "フランス語文法 下", 1, 1_980)));
        var reason = "下巻をお返し";
        story.post(
                friday,
                "16:51",
                new Instruction.Refund(
                        story.key(), story.wallet, wrong, Optional.of(Yen.of(1_980)), reason));
    }

    /** 書籍 more than usual, until the end of the year. */
    private static Campaign readingFair(LocalDate from) {
        return new Campaign(
                "autumn-reading",
                "秋の読書フェア",
                "publishers",
                500,
                List.of("978", "979"),
                List.of(),
                new Campaign.When(
                        from, from.plusMonths(3), Set.of(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(),
                Optional.of(Yen.of(1_000)),
                Optional.of(Yen.of(500_000)));
    }

    private static ReceiptLine line(String name, long yen) {
        return goods("", name, 1, yen);
    }

    private static ReceiptLine goods(String jan, String name, int pieces, long yen) {
        return new ReceiptLine(jan, name, pieces, Yen.of(yen));
    }
}
