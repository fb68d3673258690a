package coop.kumiai.membership;

import coop.kumiai.accounts.EmailAddress;
import coop.kumiai.members.Joiner;

/**
 * 加入申込書, checked and put right.
 *
 * @param workplace 勤務先, or empty
 */
public record JoinForm(Joiner joiner, EmailAddress email, String workplace, int units) {}
