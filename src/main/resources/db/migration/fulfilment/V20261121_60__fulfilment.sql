create schema fulfilment;

-- What the picker did with one line of an order's version.
create table fulfilment.pick (
    coop_id text not null,
    order_id uuid not null,
    line_no int not null,
    state text not null check (state in ('picked', 'short')),
    picked_quantity int not null check (picked_quantity >= 0),
    picked_by uuid not null,
    picked_at timestamptz not null,
    primary key (coop_id, order_id, line_no),
    foreign key (coop_id, order_id) references orders.customer_order
);

-- Where an order is after its cutoff: picked, on the road, handed over or brought back.
create table fulfilment.delivery (
    coop_id text not null,
    order_id uuid not null,
    store_id text not null,
    day date not null,
    slot_no int not null,
    state text not null check (state in ('picked', 'delivered', 'absent')),
    picked_at timestamptz not null,
    settled_at timestamptz,
    settled_by uuid,
    left_at_door boolean,
    age_checked boolean,
    cash_received_yen bigint,
    share_received_yen bigint,
    redelivery_until timestamptz,
    primary key (coop_id, order_id),
    foreign key (coop_id, order_id) references orders.customer_order
);
create index delivery_run on fulfilment.delivery (coop_id, store_id, day, slot_no);
