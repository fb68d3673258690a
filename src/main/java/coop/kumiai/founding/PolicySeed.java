package coop.kumiai.founding;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * The first value of a policy as a file has it.
 *
 * @param scope a store's code, or nothing for the whole co-op
 */
public record PolicySeed(String name, @Nullable String scope, JsonNode value) {}
