package coop.kumiai.billing;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.util.regex.Pattern;

/**
 * The co-op's own account: a file of another one is not taken.
 *
 * @param consignorCode 委託者コード of account transfers (口座振替), ten digits
 * @param bankCode 銀行コード, four digits
 * @param branchCode 支店コード, three digits
 * @param accountNumber 口座番号, seven digits
 */
@PolicyName("billing.bank-account")
public record BankAccount(
        String consignorCode, String bankCode, String branchCode, String accountNumber)
        implements Policy {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{10}/[0-9]{4}/[0-9]{3}/[0-9]{7}");

    public BankAccount {
        var all = String.join("/", consignorCode, bankCode, branchCode, accountNumber);
        if (!SHAPE.matcher(all).matches()) {
            throw new IllegalArgumentException("bank account");
        }
    }

    /** Bank, branch and number as one. */
    public String number() {
        return bankCode + "-" + branchCode + "-" + accountNumber;
    }
}
