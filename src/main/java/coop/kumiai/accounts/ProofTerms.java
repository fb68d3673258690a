package coop.kumiai.accounts;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * 本人確認: how fresh a proof of who somebody is must be.
 *
 * @param recent a change of e-mail, phone, password, card or address book opens only so long after
 *     a proof
 * @param typing a form that was open then is still taken for so much longer
 * @param codeValid how long a mailed code for signing in or for a proof is good
 * @param signInAnew everybody signs in anew after it, however often they come
 */
@PolicyName("accounts.proof")
public record ProofTerms(Duration recent, Duration typing, Duration codeValid, Duration signInAnew)
        implements Policy {}
