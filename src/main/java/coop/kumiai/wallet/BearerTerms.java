package coop.kumiai.wallet;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * Who pays for points (ポイントの負担者); its scope is the code of a bearer.
 *
 * @param name as members know them
 */
@PolicyName("wallet.bearer")
public record BearerTerms(String name) implements Policy {}
