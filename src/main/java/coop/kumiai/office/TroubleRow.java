package coop.kumiai.office;

import coop.kumiai.aftercare.Trouble;
import coop.kumiai.orders.Order;

/** What a member told, with its order. */
public record TroubleRow(Trouble trouble, Order order) {}
