package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

/**
 * What went from one account to another over some days.
 *
 * @param debit from where; points by their bearer
 * @param credit to where
 */
record DaySum(String debit, String credit, long transfers, Yen amount) {
    boolean isFrom(Account.Kind kind) {
        return debit.startsWith(prefix(kind));
    }

    boolean isTo(Account.Kind kind) {
        return credit.startsWith(prefix(kind));
    }

    /** The name of its account on the left: a shop, a channel, a money, a bearer. */
    String from() {
        return name(debit);
    }

    String to() {
        return name(credit);
    }

    private static String name(String account) {
        return account.substring(account.indexOf(':') + 1);
    }

    private static String prefix(Account.Kind kind) {
        return Account.of(kind, "").code();
    }
}
