package coop.kumiai.wallet;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * 勘定: where value lies. Accounts of a wallet are debts of the co-op to the member, except for the
 * member's own debt of points; all others are the co-op's.
 *
 * @param name which one of its kind: a money, a shop, a channel, who bears the points
 */
public record Account(Kind kind, String name) {
    /** The day of points that have none of their own: they live on with purchases (B-PT-1). */
    public static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

    /** What kinds there are; those of a wallet first. */
    public enum Kind {
        /** 電子マネー: charged money of one kind. */
        MONEY,
        /** ポイント: a lot, by who bears it and its last day. */
        POINTS,
        /** 保留: held for a purchase that is not finished. */
        HELD,
        /** ポイントの不足: points taken back that had been spent. */
        DEBT,
        /** 売上: what a shop took. */
        SALES,
        /** 返金: what a shop gave back. */
        REFUNDS,
        /** 入金の経路: money that comes in by a channel. */
        CLEARING,
        /** 付与: points granted, by who bears them. */
        GRANTED,
        /** 失効: points that have lapsed, by who bears them. */
        EXPIRED,
        /** 移行: brought over from the old system. */
        MIGRATED,
        /** 移動中: between two members; nothing stays here. */
        TRANSIT,
        /** 払戻し: paid out to the member at the end. */
        PAID_OUT;

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean ofWallet() {
            return compareTo(DEBT) <= 0;
        }
    }

    public static Account of(Kind kind, String name) {
        return new Account(kind, name);
    }

    public static Account money(String code) {
        return new Account(Kind.MONEY, code);
    }

    public static Account points(String bearer, LocalDate lastDay) {
        return new Account(Kind.POINTS, bearer + ":" + lastDay);
    }

    /** Points that a payment earned: of every payment, or out of a campaign. */
    static Account granted(String bearer, String campaign) {
        return new Account(Kind.GRANTED, campaign.isEmpty() ? bearer : bearer + "/" + campaign);
    }

    static Account held() {
        return new Account(Kind.HELD, "");
    }

    static Account debt() {
        return new Account(Kind.DEBT, "");
    }

    static Account parse(String code) {
        var colon = code.indexOf(':');
        return new Account(
                Kind.valueOf(code.substring(0, colon).toUpperCase(Locale.ROOT)),
                code.substring(colon + 1));
    }

    /** As it is written down. */
    public String code() {
        return kind.code() + ":" + name;
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** The campaign whose points these are. */
    Optional<String> campaign() {
        return is(Kind.GRANTED) && name.contains("/")
                ? Optional.of(name.substring(name.indexOf('/') + 1))
                : Optional.empty();
    }

    /** Who bears the points of a lot. */
    String bearer() {
        return name.substring(0, name.lastIndexOf(':'));
    }

    /** The last day of a lot. */
    LocalDate lastDay() {
        return LocalDate.parse(name.substring(name.lastIndexOf(':') + 1));
    }

    /** The last day of points that have one. */
    Optional<LocalDate> expiry() {
        return is(Kind.POINTS) ? Optional.of(lastDay()) : Optional.empty();
    }
}
