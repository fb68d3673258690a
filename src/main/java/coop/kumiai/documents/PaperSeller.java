package coop.kumiai.documents;

import coop.kumiai.kernel.RegistrationNumber;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * Who issues papers (発行者), as they print it (N-RCPT-1).
 *
 * @param name 法人名
 * @param registrationNumber 登録番号, its check digit proved; empty at a co-op that has none, whose
 *     papers are no qualified invoices then
 */
@PolicyName("documents.seller")
public record PaperSeller(String name, String registrationNumber, String address, String phone)
        implements Policy {
    public PaperSeller {
        if (name.isBlank()) {
            throw new IllegalArgumentException("nobody issues papers");
        }
        if (!registrationNumber.isEmpty() && !RegistrationNumber.isValid(registrationNumber)) {
            throw new IllegalArgumentException("no registration number: " + registrationNumber);
        }
    }

    /** 適格請求書発行事業者. */
    public boolean hasNumber() {
        return !registrationNumber.isEmpty();
    }
}
