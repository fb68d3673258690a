create schema substitution;

-- What a member wants for a product of the cart when it is short (X-PICK-1); no row: as the order says (N-PICK-2).
create table substitution.cart_wish (
    coop_id text not null,
    member_id uuid not null,
    jan text not null,
    kind text not null check (kind in ('none', 'same_maker', 'up_to', 'ask')),
    up_to_yen bigint check (up_to_yen > 0),
    primary key (coop_id, member_id, jan),
    foreign key (coop_id, member_id) references members.member,
    check ((kind = 'up_to') = (up_to_yen is not null))
);

-- The same for the line of an order, as it stood when the order was confirmed or changed.
create table substitution.line_wish (
    coop_id text not null,
    order_id uuid not null,
    line_no int not null,
    kind text not null check (kind in ('none', 'same_maker', 'up_to', 'ask')),
    up_to_yen bigint check (up_to_yen > 0),
    primary key (coop_id, order_id, line_no),
    foreign key (coop_id, order_id) references orders.customer_order,
    check ((kind = 'up_to') = (up_to_yen is not null))
);

-- 代わりの品 for a short line, one at a time: what is offered, how the member is asked, until when, and what was answered.
-- new_line is the number that the substitute has in the order from its picked version on.
create table substitution.offer (
    coop_id text not null,
    order_id uuid not null,
    line_no int not null,
    offer_id uuid not null,
    store_id text not null,
    day date not null,
    slot_no int not null,
    new_line int not null,
    jan text not null,
    name text not null,
    unit text not null,
    pieces int not null check (pieces > 0),
    price_mode text not null check (price_mode in ('incl', 'excl')),
    unit_price_yen bigint not null,
    tax_class text not null check (tax_class in ('standard', 'reduced')),
    alcohol boolean not null,
    shelf text not null,
    in_tax_yen bigint not null,
    way text not null check (way in ('rule', 'mail', 'phone')),
    state text not null check (state in ('open', 'accepted', 'declined', 'not_reached')),
    taken_unanswered boolean not null,
    made_at timestamptz not null,
    made_by uuid not null,
    answer_until timestamptz not null,
    answered_at timestamptz,
    answered_by uuid,
    primary key (coop_id, order_id, line_no),
    unique (coop_id, offer_id),
    foreign key (coop_id, order_id) references orders.customer_order,
    check ((state = 'open') = (answered_at is null))
);
create index offer_to_call on substitution.offer (coop_id, store_id, day) where way = 'phone';
