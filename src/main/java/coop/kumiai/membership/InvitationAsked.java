package coop.kumiai.membership;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/** A member shall be invited to My Page (M-USE-3): the mail is to be written. */
public record InvitationAsked(CoopId coop, UUID invitationId) {}
