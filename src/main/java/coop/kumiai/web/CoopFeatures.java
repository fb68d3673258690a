package coop.kumiai.web;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * Which parts of Kumiai a co-op uses.
 *
 * @param netShop ネットスーパー: catalogue, cart, slots and orders; without it the pages are those of
 *     members' services alone
 */
@PolicyName("web.features")
public record CoopFeatures(boolean netShop) implements Policy {}
