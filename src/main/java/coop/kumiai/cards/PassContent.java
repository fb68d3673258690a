package coop.kumiai.cards;

import coop.kumiai.members.MemberCode;
import coop.kumiai.policies.Coop;

import java.time.Instant;

/**
 * What a pass in a phone's wallet says. It has no code that changes: a pass is shown, never paid
 * with.
 *
 * @param number of the card, so that each card has one pass
 * @param name M-CARD-2
 * @param until when it ends by itself
 */
record PassContent(
        Coop coop, String number, MemberCode memberCode, String name, Instant now, Instant until) {}
