package coop.kumiai.membership;

import coop.kumiai.members.Member;

import java.time.LocalDate;

/**
 * What the letter of an invitation on paper says.
 *
 * @param code such as {@code 1234-5678-9012}
 * @param until the last whole day on which it is good
 */
public record PaperLetter(Member member, String code, LocalDate until) {}
