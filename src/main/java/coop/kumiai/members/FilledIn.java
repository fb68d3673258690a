package coop.kumiai.members;

/** A registration's form as it waits to be confirmed. */
record FilledIn(Application application, String passwordHash) {}
