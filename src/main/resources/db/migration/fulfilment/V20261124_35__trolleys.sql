-- 受け持ち: whose trolley the boxes of an order are on while they are filled; an order is on one trolley.
create table fulfilment.trolley (
    coop_id text not null,
    order_id uuid not null,
    picker uuid not null,
    taken_at timestamptz not null,
    primary key (coop_id, order_id),
    foreign key (coop_id, order_id) references fulfilment.delivery
);
