create schema fulfilment;

-- Where an order is after its cutoff: being picked, ready for the van, handed over or brought back.
-- Every step locks this row first, so that two pickers or two drivers at once go one after the other.
-- The box number is written when the picking of the slot begins: it stands on real boxes and never moves.
create table fulfilment.delivery (
    coop_id text not null,
    order_id uuid not null,
    store_id text not null,
    day date not null,
    slot_no int not null,
    box int not null check (box > 0),
    state text not null check (state in ('picking', 'picked', 'delivered', 'brought_back')),
    picked_at timestamptz,
    picked_by uuid,
    settled_at timestamptz,
    settled_by uuid,
    left_at_door boolean,
    age_checked boolean,
    cash_received_yen bigint check (cash_received_yen >= 0),
    share_received_yen bigint check (share_received_yen >= 0),
    redelivery_until timestamptz,
    called_at timestamptz,
    primary key (coop_id, order_id),
    unique (coop_id, store_id, day, slot_no, box),
    foreign key (coop_id, order_id) references orders.customer_order,
    check ((state = 'picking') = (picked_at is null)),
    check ((state in ('delivered', 'brought_back')) = (settled_at is not null)),
    check ((state = 'delivered') = (cash_received_yen is not null and share_received_yen is not null))
);

-- What the picker found of one line of the order: all of it, some, or none (品切れ).
create table fulfilment.pick (
    coop_id text not null,
    order_id uuid not null,
    line_no int not null,
    ordered int not null check (ordered > 0),
    found int not null check (found between 0 and ordered),
    picked_by uuid not null,
    picked_at timestamptz not null,
    primary key (coop_id, order_id, line_no),
    foreign key (coop_id, order_id) references fulfilment.delivery
);
