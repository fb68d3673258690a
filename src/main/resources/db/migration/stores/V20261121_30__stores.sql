create schema stores;

create table stores.store (
    coop_id text not null references policies.coop,
    store_id text not null check (store_id ~ '^[a-z][a-z0-9-]{1,30}$'),
    name text not null,
    phone text not null,
    address text not null,
    viewing boolean not null default false,
    position int not null,
    primary key (coop_id, store_id)
);
-- A visitor browses exactly one store (見学店舗, N-CAT-3).
create unique index store_viewing on stores.store (coop_id) where viewing;

-- Where a store delivers: a whole postal code (town empty) or one town of it.
create table stores.delivery_area (
    coop_id text not null,
    postal_code text not null check (postal_code ~ '^[0-9]{7}$'),
    town text not null default '',
    store_id text not null,
    primary key (coop_id, postal_code, town),
    foreign key (coop_id, store_id) references stores.store
);

create table stores.notice (
    coop_id text not null,
    store_id text not null,
    notice_id uuid not null,
    text text not null,
    shown_from timestamptz not null,
    shown_until timestamptz not null,
    primary key (coop_id, store_id, notice_id),
    foreign key (coop_id, store_id) references stores.store
);

-- 便: one delivery slot of one day. The database itself refuses the place beyond the capacity.
create table stores.slot (
    coop_id text not null,
    store_id text not null,
    day date not null,
    slot_no int not null check (slot_no > 0),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    cutoff_at timestamptz not null,
    capacity int not null check (capacity >= 0),
    taken int not null default 0,
    stopped_because text,
    primary key (coop_id, store_id, day, slot_no),
    foreign key (coop_id, store_id) references stores.store,
    check (taken between 0 and capacity),
    check (starts_at < ends_at and cutoff_at <= starts_at)
);
