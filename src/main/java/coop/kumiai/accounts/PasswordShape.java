package coop.kumiai.accounts;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * What signs a password may have (B-LOGIN-1).
 *
 * @param halfWidthOnly letters, digits and symbols of the keyboard only (半角)
 * @param mostSameInARow the same sign no more often than this in a row; 0 is without limit
 */
@PolicyName("accounts.password-shape")
public record PasswordShape(boolean halfWidthOnly, int mostSameInARow) implements Policy {}
