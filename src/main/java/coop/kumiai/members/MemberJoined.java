package coop.kumiai.members;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/** Somebody has become a member (組合員): the share capital was paid in and a member code given. */
public record MemberJoined(CoopId coop, UUID memberId) {}
