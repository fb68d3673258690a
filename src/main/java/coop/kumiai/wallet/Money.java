package coop.kumiai.wallet;

/** One kind of e-money of the co-op (X-WAL-3). */
record Money(String code, MoneyTerms terms) {
    Account account() {
        return Account.money(code);
    }
}
