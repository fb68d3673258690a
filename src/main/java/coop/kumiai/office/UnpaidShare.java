package coop.kumiai.office;

import coop.kumiai.members.ShareBill;

/** A bill for share capital that nobody has paid yet, with whose it is. */
public record UnpaidShare(ShareBill bill, String name) {}
