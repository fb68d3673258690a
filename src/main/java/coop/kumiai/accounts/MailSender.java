package coop.kumiai.accounts;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/** From whom mails of this co-op come (N-REG-2). */
@PolicyName("accounts.mail-sender")
public record MailSender(String name, String address) implements Policy {
    /** What a member allows in the settings of their mail. */
    public String domain() {
        return address.substring(address.indexOf('@') + 1);
    }
}
