create schema orders;
create sequence orders.order_number;

-- Where and when a member wants the next order: chosen before shopping, promised only by a confirmed order (N-SLOT-4).
create table orders.delivery_choice (
    coop_id text not null,
    member_id uuid not null,
    address_id uuid not null,
    store_id text not null,
    day date,
    slot_no int,
    chosen_at timestamptz not null,
    primary key (coop_id, member_id),
    foreign key (coop_id, member_id) references members.member,
    check ((day is null) = (slot_no is null))
);

-- カゴ: lives until expires_at; what becomes of it then is a policy.
create table orders.cart (
    coop_id text not null,
    member_id uuid not null,
    cart_id uuid not null,
    started_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (coop_id, member_id),
    foreign key (coop_id, member_id) references members.member,
    check (started_at <= expires_at)
);
create index cart_expiry on orders.cart (expires_at);

-- kept: of a cart whose time is over, waiting to be taken back with one tap; not in the cart.
create table orders.cart_line (
    coop_id text not null,
    member_id uuid not null,
    jan text not null,
    quantity int not null check (quantity > 0),
    seen_in_tax_yen bigint not null,
    added_at timestamptz not null,
    kept boolean not null default false,
    primary key (coop_id, member_id, jan),
    foreign key (coop_id, member_id) references orders.cart on delete cascade
);

-- An order and its versions (版): every change makes the next version, papers print versions.
-- A cart becomes one order at most: the second of two tabs finds the first one's.
create table orders.customer_order (
    coop_id text not null,
    order_id uuid not null,
    order_number text not null,
    member_id uuid not null,
    cart_id uuid not null,
    store_id text not null,
    day date not null,
    slot_no int not null,
    state text not null check (state in ('confirmed', 'cancelled')),
    version int not null check (version > 0),
    placed_at timestamptz not null,
    primary key (coop_id, order_id),
    unique (coop_id, order_number),
    unique (coop_id, cart_id),
    foreign key (coop_id, member_id) references members.member,
    foreign key (coop_id, store_id, day, slot_no) references stores.slot
);
-- An order's id follows time.
create index order_history on orders.customer_order (coop_id, member_id, order_id);
create index order_slot on orders.customer_order (coop_id, store_id, day, slot_no);

create table orders.order_version (
    coop_id text not null,
    order_id uuid not null,
    version int not null,
    kind text not null check (kind in ('placed', 'amended', 'cancelled', 'picked')),
    made_at timestamptz not null,
    made_by uuid not null,
    reason text not null,
    recipient text not null,
    phone text not null,
    postal_code text not null,
    address text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    cutoff_at timestamptz not null,
    payment_method text not null,
    shortage text not null check (shortage in ('substitute', 'cancel')),
    remarks text not null,
    chopsticks int not null check (chopsticks >= 0),
    spoons int not null check (spoons >= 0),
    receipt boolean not null,
    receipt_to text not null,
    leave_at_door boolean not null,
    goods_ex_tax_yen bigint not null,
    delivery_fee_yen bigint not null,
    payment_fee_yen bigint not null,
    standard_percent int not null,
    standard_total_yen bigint not null,
    standard_tax_yen bigint not null,
    reduced_percent int not null,
    reduced_total_yen bigint not null,
    reduced_tax_yen bigint not null,
    total_yen bigint not null,
    share_capital_yen bigint not null,
    primary key (coop_id, order_id, version),
    foreign key (coop_id, order_id) references orders.customer_order,
    check (total_yen = standard_total_yen + reduced_total_yen),
    check (receipt or receipt_to = '')
);
create table orders.order_line (
    coop_id text not null,
    order_id uuid not null,
    version int not null,
    line_no int not null,
    jan text not null,
    name text not null,
    unit text not null,
    quantity int not null check (quantity >= 0),
    price_mode text not null check (price_mode in ('incl', 'excl')),
    unit_price_yen bigint not null,
    tax_class text not null check (tax_class in ('standard', 'reduced')),
    by_weight boolean not null,
    alcohol boolean not null,
    shelf text not null,
    primary key (coop_id, order_id, version, line_no),
    foreign key (coop_id, order_id, version) references orders.order_version
);

-- A confirmation is asked for once under one key: a repeat finds the order that the first one made.
create table orders.confirmation (
    coop_id text not null,
    member_id uuid not null,
    key text not null check (length(key) between 8 and 100),
    fingerprint text not null,
    order_id uuid not null,
    at timestamptz not null,
    primary key (coop_id, member_id, key)
);
