create schema amendments;

-- 注文変更の案: what a member wants to make of an order; nothing of it counts until it is accepted as a whole (N-ORD-6).
create table amendments.draft (
    coop_id text not null,
    order_id uuid not null,
    draft_id uuid not null,
    base_version int not null,
    store_id text not null,
    day date not null,
    slot_no int not null,
    payment_method text not null,
    changed_at timestamptz not null,
    primary key (coop_id, order_id),
    foreign key (coop_id, order_id) references orders.customer_order
);
create index draft_age on amendments.draft (changed_at);

-- from_cart: so many of it lie in the member's cart and leave it once the change is accepted (X-ORD-2).
create table amendments.draft_line (
    coop_id text not null,
    order_id uuid not null,
    jan text not null,
    quantity int not null check (quantity >= 0),
    from_cart int not null check (from_cart >= 0),
    position int not null,
    primary key (coop_id, order_id, jan),
    foreign key (coop_id, order_id) references amendments.draft on delete cascade
);

-- A draft is accepted once: asked again, its order is the answer.
create table amendments.accepted (
    coop_id text not null,
    draft_id uuid not null,
    order_id uuid not null,
    version int not null,
    primary key (coop_id, draft_id),
    foreign key (coop_id, order_id, version) references orders.order_version
);
