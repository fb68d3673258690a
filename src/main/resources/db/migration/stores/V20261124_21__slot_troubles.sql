-- 遅れ・休止 (N-SLOT-7): what staff told the members of a slot, in the order in which it was told. The slot has the last of it.
alter table stores.slot add column delayed_because text;
create table stores.slot_trouble (
    coop_id text not null,
    trouble_id uuid not null,
    store_id text not null,
    day date not null,
    slot_no int not null,
    kind text not null check (kind in ('delayed', 'stopped', 'as_planned')),
    because text not null,
    message text not null,
    told_at timestamptz not null,
    primary key (coop_id, trouble_id),
    foreign key (coop_id, store_id, day, slot_no) references stores.slot
);
create index slot_trouble_of_slot on stores.slot_trouble (coop_id, store_id, day, slot_no, trouble_id);
