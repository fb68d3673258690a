package coop.kumiai.billing;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.util.regex.Pattern;

/**
 * Who issues statements, and where they are paid.
 *
 * @param qualified whether a statement is the qualified invoice (適格請求書) of what stands on it; not
 *     where the delivery note is it already (N-RCPT-1), since one sale has one invoice
 * @param registrationNumber 登録番号, T and 13 digits; printed on qualified invoices only
 * @param contact address and phone number, as on papers
 * @param transferTo お振込先, as a member would type it
 */
@PolicyName("billing.issuer")
public record Issuer(
        boolean qualified, String registrationNumber, String contact, String transferTo)
        implements Policy {
    private static final Pattern NUMBER = Pattern.compile("T[0-9]{13}");

    public Issuer {
        if (qualified && !NUMBER.matcher(registrationNumber).matches()) {
            throw new IllegalArgumentException("no registration number");
        }
    }
}
