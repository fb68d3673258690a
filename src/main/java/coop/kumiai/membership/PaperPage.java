package coop.kumiai.membership;

import coop.kumiai.members.Member;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Some of those whom no mail can reach.
 *
 * @param next after which member it goes on; empty at the end
 */
public record PaperPage(List<Member> members, Optional<UUID> next) {}
