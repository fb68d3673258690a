package coop.kumiai.office;

import coop.kumiai.accounts.Till;

/** A till and its store by name. */
public record TillRow(Till till, String store) {}
