create schema aftercare;

-- Whoever makes something good of an order holds its row: what is left to give back is reckoned by one at a time.
create table aftercare.care (
    coop_id text not null,
    order_id uuid not null,
    primary key (coop_id, order_id),
    foreign key (coop_id, order_id) references orders.customer_order
);

-- What a member told of goods that came damaged, wrong or not at all (N-RET-2), and what the store answered.
create table aftercare.trouble (
    coop_id text not null,
    trouble_id uuid not null,
    trouble_key text not null,
    order_id uuid not null,
    member_id uuid not null,
    store_id text not null,
    words text not null,
    told_at timestamptz not null,
    state text not null check (state in ('open', 'made_good', 'declined')),
    answer text not null default '',
    answered_at timestamptz,
    answered_by uuid,
    primary key (coop_id, trouble_id),
    unique (coop_id, trouble_key),
    foreign key (coop_id, order_id) references orders.customer_order,
    foreign key (coop_id, member_id) references members.member,
    check ((state = 'open') = (answered_at is null)),
    check ((answered_at is null) = (answered_by is null))
);
create index trouble_of_order on aftercare.trouble (coop_id, order_id);
create index trouble_open on aftercare.trouble (coop_id, store_id, told_at) where state = 'open';
create table aftercare.trouble_line (
    coop_id text not null,
    trouble_id uuid not null,
    line_no int not null,
    kind text not null check (kind in ('damaged', 'wrong', 'missing')),
    pieces int not null check (pieces > 0),
    primary key (coop_id, trouble_id, line_no),
    foreign key (coop_id, trouble_id) references aftercare.trouble
);

-- Goods that came back over the counter (返品, N-RET-1) or were made good after a trouble: money back, the same goods once
-- more, or the goods brought again without a fee. Money back has a return invoice, and a refund under the same id.
create table aftercare.made_good (
    coop_id text not null,
    good_id uuid not null,
    order_id uuid not null,
    trouble_id uuid,
    way text not null check (way in ('refund', 'exchange', 'redelivery')),
    reason text not null,
    paper_number text not null default '',
    made_at timestamptz not null,
    made_by uuid not null,
    primary key (coop_id, good_id),
    foreign key (coop_id, order_id) references aftercare.care,
    foreign key (coop_id, trouble_id) references aftercare.trouble,
    check ((way = 'refund') = (paper_number <> ''))
);
create index made_good_of_order on aftercare.made_good (coop_id, order_id);
create table aftercare.made_good_line (
    coop_id text not null,
    good_id uuid not null,
    line_no int not null,
    pieces int not null check (pieces > 0),
    primary key (coop_id, good_id, line_no),
    foreign key (coop_id, good_id) references aftercare.made_good
);

-- お届け直し: in which slot the goods are brought again, and who handed them over.
create table aftercare.redelivery (
    coop_id text not null,
    good_id uuid not null,
    store_id text not null,
    day date not null,
    slot_no int not null,
    done_at timestamptz,
    done_by uuid,
    primary key (coop_id, good_id),
    foreign key (coop_id, good_id) references aftercare.made_good,
    foreign key (coop_id, store_id, day, slot_no) references stores.slot,
    check ((done_at is null) = (done_by is null))
);
create index redelivery_of_day on aftercare.redelivery (coop_id, store_id, day);
