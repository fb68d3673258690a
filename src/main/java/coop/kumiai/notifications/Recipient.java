package coop.kumiai.notifications;

import java.util.UUID;

/** Somebody who gets a letter: the name as written in it, and the address it goes to. */
record Recipient(UUID accountId, String name, String email) {}
