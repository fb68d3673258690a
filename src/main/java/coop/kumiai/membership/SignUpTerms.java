package coop.kumiai.membership;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * マイページのご登録 by the address that the co-op knows (U-SIGN-2).
 *
 * @param codesOnScreen whether the screen says what came of it, by its number; else it never tells
 *     whether somebody is registered, and the mailbox of the address gets to know
 */
@PolicyName("membership.sign-up")
public record SignUpTerms(boolean codesOnScreen) implements Policy {}
