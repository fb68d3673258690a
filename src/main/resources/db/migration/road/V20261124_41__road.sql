create schema road;

-- 置き配の写真: what the driver left at a door, drawn anew by us, with nothing of the phone in it; removed after the day it is kept until.
create table road.door_photo (
    coop_id text not null,
    order_id uuid not null,
    jpeg bytea not null,
    width int not null check (width > 0),
    height int not null check (height > 0),
    taken_at timestamptz not null,
    taken_by uuid not null,
    kept_until date not null,
    primary key (coop_id, order_id),
    foreign key (coop_id, order_id) references fulfilment.delivery
);
create index door_photo_end on road.door_photo (coop_id, kept_until);

-- What a driver's phone has told us once: a key made when the page was opened. The same key again changes nothing.
-- told_at is the phone's own time, for what was held without a connection.
create table road.told (
    coop_id text not null,
    told_key uuid not null,
    order_id uuid not null,
    what text not null check (what in ('hand_over', 'bring_back', 'keep_alcohol')),
    told_at timestamptz,
    arrived_at timestamptz not null,
    told_by uuid not null,
    primary key (coop_id, told_key),
    foreign key (coop_id, order_id) references orders.customer_order
);

-- 現金の締め: what a driver brings back from a slot, counted against what was taken at the doors. Doors after it make the next one.
create table road.cash_report (
    coop_id text not null,
    store_id text not null,
    day date not null,
    slot_no int not null,
    driver_id uuid not null,
    number int not null check (number > 0),
    float_yen bigint not null check (float_yen >= 0),
    goods_yen bigint not null check (goods_yen >= 0),
    share_yen bigint not null check (share_yen >= 0),
    counted_yen bigint not null check (counted_yen >= 0),
    reason text not null,
    made_at timestamptz not null,
    primary key (coop_id, store_id, day, slot_no, driver_id, number),
    check (counted_yen = float_yen + goods_yen + share_yen or reason <> '')
);
