-- At whose counter cash is handed out: each store asks for its own.
alter table payments.refund add column store_id text;
update payments.refund set store_id = placed.store_id
    from orders.customer_order placed
    where placed.coop_id = refund.coop_id and refund.payable_ref = 'order:' || placed.order_id;
alter table payments.refund alter column store_id set not null;
create index refund_to_hand_out on payments.refund (coop_id, store_id, asked_at, refund_id)
    where done_at is null and method = 'cash_on_delivery';
drop index payments.refund_waiting;
