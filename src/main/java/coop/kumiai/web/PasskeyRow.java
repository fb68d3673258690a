package coop.kumiai.web;

/** One passkey as it is shown. */
public record PasskeyRow(String id, String name, String created, String lastUsed) {}
