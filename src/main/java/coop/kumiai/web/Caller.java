package coop.kumiai.web;

/** Whoever shows a token at the API: a person, or a till. */
public sealed interface Caller permits SignedIn, SignedInTill {}
