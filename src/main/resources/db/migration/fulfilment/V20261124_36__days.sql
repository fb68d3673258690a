-- 日締め: what the drivers' bags held against what the hand-overs say, signed off once a day and store by its manager.
create table fulfilment.day_closing (
    coop_id text not null,
    store_id text not null,
    day date not null,
    expected_yen bigint not null,
    counted_yen bigint not null check (counted_yen >= 0),
    reason text not null,
    closed_at timestamptz not null,
    closed_by uuid not null,
    primary key (coop_id, store_id, day),
    foreign key (coop_id, store_id) references stores.store,
    check (expected_yen = counted_yen or reason <> '')
);
