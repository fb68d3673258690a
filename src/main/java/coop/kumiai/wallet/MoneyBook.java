package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.util.List;

/**
 * 帳簿 of one money over some days (資金決済法第22条): what was issued, used, paid out, and what is unused.
 *
 * @param issued 発行額: charged and brought over, less what was taken back
 * @param used 回収額: paid at shops, less what they gave back
 * @param paidOut 払戻額
 * @param unused 未使用残高 at the end of the last day, as of 24:00; what is held is unused
 */
public record MoneyBook(String money, Yen issued, Yen used, Yen paidOut, Yen unused) {

    /**
     * @param over sums of these days
     * @param since sums of all days up to their last
     */
    static MoneyBook of(String money, List<DaySum> over, List<DaySum> since) {
        return new MoneyBook(
                money,
                into(money, over, Account.Kind.CLEARING)
                        .plus(into(money, over, Account.Kind.MIGRATED)),
                outOf(money, over, Account.Kind.SALES)
                        .plus(outOf(money, over, Account.Kind.REFUNDS)),
                outOf(money, over, Account.Kind.PAID_OUT),
                unused(money, since));
    }

    /** Everything that came in, less everything that went out; what is held is neither. */
    private static Yen unused(String money, List<DaySum> since) {
        var code = Account.money(money).code();
        var sum = 0L;
        for (var it : since) {
            if (it.credit().equals(code) && !it.isFrom(Account.Kind.HELD)) {
                sum = Math.addExact(sum, it.amount().amount());
            } else if (it.debit().equals(code) && !it.isTo(Account.Kind.HELD)) {
                sum = Math.subtractExact(sum, it.amount().amount());
            }
        }
        return Yen.of(sum);
    }

    private static Yen into(String money, List<DaySum> over, Account.Kind kind) {
        return Yen.ZERO.minus(outOf(money, over, kind));
    }

    /** What went from this money to accounts of a kind, less what came back. */
    private static Yen outOf(String money, List<DaySum> over, Account.Kind kind) {
        var code = Account.money(money).code();
        var sum = 0L;
        for (var it : over) {
            if (it.debit().equals(code) && it.isTo(kind)) {
                sum = Math.addExact(sum, it.amount().amount());
            } else if (it.credit().equals(code) && it.isFrom(kind)) {
                sum = Math.subtractExact(sum, it.amount().amount());
            }
        }
        return Yen.of(sum);
    }
}
