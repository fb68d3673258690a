-- Every confirmation looks whether an order of the member waits for its card; a member of many years has hundreds of orders and hardly ever one that waits.
create index order_held on orders.customer_order (coop_id, member_id) where state = 'held';
