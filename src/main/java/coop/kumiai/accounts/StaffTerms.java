package coop.kumiai.accounts;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * 職員のアカウント: who looks after them, and for how long a password that was handed out is good.
 *
 * @param firstPasswordValid within it the owner signs in and chooses another
 * @param office the store (事務局) whose managers look after the staff of every store; managers of
 *     others look after their own store's
 */
@PolicyName("accounts.staff")
public record StaffTerms(Duration firstPasswordValid, String office) implements Policy {}
