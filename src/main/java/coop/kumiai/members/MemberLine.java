package coop.kumiai.members;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A member of an older register, as one line of a file has it, checked and put right.
 *
 * @param joinedOn 加入日
 * @param units 出資口数 that were paid in by then
 */
record MemberLine(UUID memberId, MemberCode code, Joiner person, LocalDate joinedOn, int units) {}
