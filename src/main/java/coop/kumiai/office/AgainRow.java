package coop.kumiai.office;

import coop.kumiai.aftercare.MadeGood;
import coop.kumiai.orders.Order;

/** Goods to be brought again, with their order. */
public record AgainRow(MadeGood good, Order order) {}
