package coop.kumiai.accounts;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * パスワードの規程: how short and how long a password may be; any characters, but none of the known ones.
 */
@PolicyName("accounts.passwords")
public record PasswordTerms(int leastCharacters, int mostCharacters) implements Policy {}
