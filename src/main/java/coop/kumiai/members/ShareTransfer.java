package coop.kumiai.members;

/** One movement from the credited (貸方) to the debited account (借方). */
record ShareTransfer(ShareAccount debit, ShareAccount credit, ShareAmount amount) {}
