-- How many pieces an order counts for in its slot: what was ordered, whatever the picker found.
alter table orders.customer_order add column slot_items int not null default 0 check (slot_items >= 0);
update orders.customer_order o set slot_items = (
    select coalesce(sum(l.quantity), 0) from orders.order_line l
    where l.coop_id = o.coop_id and l.order_id = o.order_id and l.version = (
        select max(v.version) from orders.order_version v
        where v.coop_id = o.coop_id and v.order_id = o.order_id and v.kind in ('placed', 'amended')));
update stores.slot s set items = (
    select coalesce(sum(o.slot_items), 0) from orders.customer_order o
    where o.coop_id = s.coop_id and o.store_id = s.store_id and o.day = s.day and o.slot_no = s.slot_no
      and o.state in ('held', 'confirmed'));
