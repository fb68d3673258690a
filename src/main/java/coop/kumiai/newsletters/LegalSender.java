package coop.kumiai.newsletters;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * 送信者の表示: what the law on mails of advertisement (特定電子メール法) wants every issue to say: who sends it,
 * where they are, and where to ask or complain.
 */
@PolicyName("newsletters.sender")
public record LegalSender(String name, String address, String contact) implements Policy {
    public LegalSender {
        if (name.isBlank() || address.isBlank() || contact.isBlank()) {
            throw new IllegalArgumentException("legal sender");
        }
    }
}
