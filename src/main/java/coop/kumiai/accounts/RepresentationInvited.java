package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/** Somebody was invited to act for a member: the letters with link and code must go out. */
public record RepresentationInvited(CoopId coop, UUID representationId) {}
