package coop.kumiai.office;

import coop.kumiai.orders.Order;
import coop.kumiai.payments.Refund;

/** Cash that waits for its member, with its order. */
public record RefundRow(Refund refund, Order order) {}
