-- An order that is to be paid by card is held while the card is asked: its place in the slot is taken, nobody picks it.
-- It becomes confirmed, or released; then the same cart may become another order.
alter table orders.customer_order drop constraint customer_order_state_check;
alter table orders.customer_order add constraint customer_order_state_check
    check (state in ('held', 'released', 'confirmed', 'cancelled'));
alter table orders.customer_order drop constraint customer_order_coop_id_cart_id_key;
create unique index order_of_cart on orders.customer_order (coop_id, cart_id) where state <> 'released';
