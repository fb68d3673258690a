package coop.kumiai.accounts;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * How long a mail that proves an address is good for (N-REG-1, N-REG-5).
 *
 * @param codeTries how often its code may be typed wrongly before the mail is void
 */
@PolicyName("accounts.mail-proof")
public record MailProofTerms(Duration registrationValid, Duration recoveryValid, int codeTries)
        implements Policy {}
