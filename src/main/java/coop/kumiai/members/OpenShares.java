package coop.kumiai.members;

import coop.kumiai.kernel.Yen;

/** How many bills for share capital are open (未入金), and how much is to be paid of them. */
public record OpenShares(int bills, Yen open) {}
