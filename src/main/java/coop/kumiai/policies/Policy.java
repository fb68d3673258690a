package coop.kumiai.policies;

/**
 * A dated business value (規程) of a co-op, as a record named by {@link PolicyName}. Rules, refusals
 * and help articles read the same record; its constructor refuses values that make no sense, so
 * that no such policy can be written.
 */
public interface Policy {}
