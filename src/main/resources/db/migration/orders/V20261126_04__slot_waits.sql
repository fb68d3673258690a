-- Who waits for a full slot, in the order of their asking, and until when a place is held for whom it came to (X-SLOT-2).
create table orders.slot_wait (
    coop_id text not null,
    store_id text not null,
    day date not null,
    slot_no int not null,
    member_id uuid not null,
    wait_id uuid not null,
    asked_at timestamptz not null,
    offered_until timestamptz,
    primary key (coop_id, store_id, day, slot_no, member_id),
    unique (coop_id, wait_id),
    foreign key (coop_id, member_id) references members.member,
    foreign key (coop_id, store_id, day, slot_no) references stores.slot
);
create index slot_wait_of_member on orders.slot_wait (coop_id, member_id);
create index slot_wait_in_turn on orders.slot_wait (coop_id, store_id, day, slot_no, asked_at, wait_id) where offered_until is null;
create index slot_wait_offered on orders.slot_wait (offered_until) where offered_until is not null;
