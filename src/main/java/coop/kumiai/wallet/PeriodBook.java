package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The books of some days: by money, by shop, by channel, and by who bears the points.
 *
 * @param from the first day
 * @param until the last day, as of 24:00
 */
public record PeriodBook(
        LocalDate from,
        LocalDate until,
        List<MoneyBook> moneys,
        List<ShopSum> shops,
        List<ChannelSum> channels,
        List<BearerSum> bearers) {

    /** お店: what it took by e-money and by points, less what it gave back. */
    public record ShopSum(String shop, Yen money, Yen points) {
        public Yen all() {
            return money.plus(points);
        }
    }

    /** 入金の経路: what came in by it, and how often. */
    public record ChannelSum(String channel, long charges, Yen amount) {
        public String words() {
            return Channel.valueOf(channel.toUpperCase(Locale.ROOT)).words();
        }
    }

    /** ポイントの負担者: granted, less taken back; used; lapsed; and what members hold of them. */
    public record BearerSum(String bearer, Yen granted, Yen used, Yen expired, Yen left) {}

    static PeriodBook of(LocalDate from, LocalDate until, List<DaySum> over, List<DaySum> since) {
        var codes = new TreeSet<String>();
        since.forEach(
                it -> {
                    if (it.isFrom(Account.Kind.MONEY)) {
                        codes.add(it.from());
                    }
                    if (it.isTo(Account.Kind.MONEY)) {
                        codes.add(it.to());
                    }
                });
        return new PeriodBook(
                from,
                until,
                codes.stream().map(it -> MoneyBook.of(it, over, since)).toList(),
                shops(over),
                channels(over),
                bearers(over, since));
    }

    /** 発行額, over all moneys. */
    public Yen issued() {
        return Yen.sum(moneys.stream().map(MoneyBook::issued).toList());
    }

    public Yen used() {
        return Yen.sum(moneys.stream().map(MoneyBook::used).toList());
    }

    public Yen paidOut() {
        return Yen.sum(moneys.stream().map(MoneyBook::paidOut).toList());
    }

    /** 未使用残高, over all moneys; points are granted free and stand apart. */
    public Yen unused() {
        return Yen.sum(moneys.stream().map(MoneyBook::unused).toList());
    }

    private static List<ShopSum> shops(List<DaySum> over) {
        var money = new TreeMap<String, Yen>();
        var points = new TreeMap<String, Yen>();
        for (var it : over) {
            if (it.isTo(Account.Kind.SALES)) {
                var sums = it.isFrom(Account.Kind.MONEY) ? money : points;
                sums.merge(it.to(), it.amount(), Yen::plus);
            } else if (it.isFrom(Account.Kind.REFUNDS)) {
                var sums = it.isTo(Account.Kind.MONEY) ? money : points;
                sums.merge(it.from(), Yen.ZERO.minus(it.amount()), Yen::plus);
            }
        }
        var shops = new TreeSet<>(money.keySet());
        shops.addAll(points.keySet());
        return shops.stream()
                .map(
                        it ->
                                new ShopSum(
                                        it,
                                        money.getOrDefault(it, Yen.ZERO),
                                        points.getOrDefault(it, Yen.ZERO)))
                .toList();
    }

    private static List<ChannelSum> channels(List<DaySum> over) {
        var sums = new TreeMap<String, ChannelSum>();
        for (var it : over) {
            if (it.isFrom(Account.Kind.CLEARING)) {
                add(sums, new ChannelSum(it.from(), it.transfers(), it.amount()));
            } else if (it.isTo(Account.Kind.CLEARING)) {
                add(sums, new ChannelSum(it.to(), -it.transfers(), Yen.ZERO.minus(it.amount())));
            }
        }
        return List.copyOf(sums.values());
    }

    private static void add(TreeMap<String, ChannelSum> sums, ChannelSum more) {
        sums.merge(
                more.channel(),
                more,
                (one, other) ->
                        new ChannelSum(
                                one.channel(),
                                one.charges() + other.charges(),
                                one.amount().plus(other.amount())));
    }

    private static List<BearerSum> bearers(List<DaySum> over, List<DaySum> since) {
        var bearers = new TreeSet<String>();
        since.forEach(
                it -> {
                    if (it.isFrom(Account.Kind.POINTS)) {
                        bearers.add(it.from());
                    }
                    if (it.isTo(Account.Kind.POINTS)) {
                        bearers.add(it.to());
                    }
                });
        var sums = new ArrayList<BearerSum>();
        for (var it : bearers) {
            sums.add(
                    new BearerSum(
                            it,
                            net(it, over, Account.Kind.GRANTED)
                                    .plus(net(it, over, Account.Kind.MIGRATED))
                                    .plus(net(it, over, Account.Kind.DEBT)),
                            Yen.ZERO
                                    .minus(net(it, over, Account.Kind.SALES))
                                    .minus(net(it, over, Account.Kind.REFUNDS)),
                            Yen.ZERO.minus(net(it, over, Account.Kind.EXPIRED)),
                            left(it, since)));
        }
        return sums;
    }

    /** What came to a bearer's points from accounts of a kind, less what went there. */
    private static Yen net(String bearer, List<DaySum> over, Account.Kind kind) {
        var sum = 0L;
        for (var it : over) {
            if (it.isTo(Account.Kind.POINTS) && it.to().equals(bearer) && it.isFrom(kind)) {
                sum = Math.addExact(sum, it.amount().amount());
            } else if (it.isFrom(Account.Kind.POINTS)
                    && it.from().equals(bearer)
                    && it.isTo(kind)) {
                sum = Math.subtractExact(sum, it.amount().amount());
            }
        }
        return Yen.of(sum);
    }

    private static Yen left(String bearer, List<DaySum> since) {
        var sum = Yen.ZERO;
        for (var kind : Account.Kind.values()) {
            sum = kind == Account.Kind.HELD ? sum : sum.plus(net(bearer, since, kind));
        }
        return sum;
    }
}
