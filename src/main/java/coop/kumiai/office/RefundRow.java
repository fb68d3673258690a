package coop.kumiai.office;

import coop.kumiai.payments.Refund;
import coop.kumiai.orders.Order;

/** Cash that waits for its member, with its order. */
public record RefundRow(Refund refund, Order order) {}
