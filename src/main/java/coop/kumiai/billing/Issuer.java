package coop.kumiai.billing;

import coop.kumiai.kernel.RegistrationNumber;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * Who issues statements, and where they are paid.
 *
 * @param qualified whether a statement is the qualified invoice (適格請求書) of what stands on it; not
 *     where the delivery note is it already (N-RCPT-1), since one sale has one invoice
 * @param registrationNumber 登録番号, its check digit proved; printed on qualified invoices only
 * @param contact address and phone number, as on papers
 * @param transferTo お振込先, as a member would type it
 */
@PolicyName("billing.issuer")
public record Issuer(
        boolean qualified, String registrationNumber, String contact, String transferTo)
        implements Policy {
    public Issuer {
        if (qualified && !RegistrationNumber.isValid(registrationNumber)) {
            throw new IllegalArgumentException("no registration number");
        }
    }
}
