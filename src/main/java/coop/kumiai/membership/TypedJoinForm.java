package coop.kumiai.membership;

import coop.kumiai.members.TypedJoiner;

/**
 * 加入申込書 as it was typed, unchecked.
 *
 * @param units 口数, in any writing
 */
public record TypedJoinForm(TypedJoiner joiner, String email, String workplace, String units) {}
