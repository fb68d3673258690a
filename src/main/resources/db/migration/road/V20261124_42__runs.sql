-- Where a postal code, or a store ('store:' and its id), is, in millionths of a degree; only where somebody has said so.
create table road.place (
    coop_id text not null,
    place_key text not null,
    latitude_micro int not null check (latitude_micro between 20000000 and 46000000),
    longitude_micro int not null check (longitude_micro between 122000000 and 154000000),
    primary key (coop_id, place_key)
);

-- The plan of a slot: wanted by somebody, being made, made. Whoever changes anything below locks this row first.
create table road.plan (
    coop_id text not null,
    store_id text not null,
    day date not null,
    slot_no int not null,
    state text not null check (state in ('wanted', 'planning', 'ready')),
    wanted_at timestamptz not null,
    wanted_by uuid not null,
    begun_at timestamptz,
    ready_at timestamptz,
    unplaced int not null default 0 check (unplaced >= 0),
    primary key (coop_id, store_id, day, slot_no),
    check (state = 'wanted' or begun_at is not null)
);

-- A van of a slot. Once it has left nothing of it moves any more.
create table road.van_run (
    coop_id text not null,
    store_id text not null,
    day date not null,
    slot_no int not null,
    van int not null check (van > 0),
    driver_id uuid,
    left_at timestamptz,
    primary key (coop_id, store_id, day, slot_no, van),
    foreign key (coop_id, store_id, day, slot_no) references road.plan,
    check (left_at is null or driver_id is not null)
);

-- The key lets an order be in one van only; a place in a van is one order's.
create table road.van_stop (
    coop_id text not null,
    order_id uuid not null,
    store_id text not null,
    day date not null,
    slot_no int not null,
    van int not null,
    position int not null check (position > 0),
    expected_at timestamptz not null,
    primary key (coop_id, order_id),
    unique (coop_id, store_id, day, slot_no, van, position) deferrable initially deferred,
    foreign key (coop_id, store_id, day, slot_no, van) references road.van_run,
    foreign key (coop_id, order_id) references orders.customer_order
);
