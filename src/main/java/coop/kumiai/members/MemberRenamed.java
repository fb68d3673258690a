package coop.kumiai.members;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/** A member has another name from now on (氏名の変更). */
public record MemberRenamed(CoopId coop, UUID memberId, PersonName before, PersonName after) {}
