package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

/**
 * 仕訳: an amount leaves one account and reaches another. A wallet's account grows by credits, its
 * debt by debits.
 *
 * @param note why, where the amount alone does not say it: 「書籍 3,300円 × 10 %」
 */
public record Transfer(Account debit, Account credit, Yen amount, String note) {
    public Transfer {
        if (amount.amount() <= 0 || debit.equals(credit)) {
            throw new IllegalArgumentException("a transfer moves something from here to there");
        }
    }

    static Transfer of(Account debit, Account credit, Yen amount) {
        return new Transfer(debit, credit, amount, "");
    }
}
