-- クーポン: what each takes off and on which terms. Terms never change; a coupon is stopped and another one made.
create schema coupons;

create table coupons.coupon (
    coop_id text not null references policies.coop,
    coupon_id uuid not null,
    title text not null,
    kind text not null check (kind in ('amount', 'percent', 'delivery-fee')),
    -- 値引き額, or of a percentage what it takes off at most.
    amount_yen bigint check (amount_yen > 0),
    percent int check (percent between 1 and 100),
    -- What it is for; both empty: all goods.
    products text[] not null,
    categories text[] not null,
    least_ex_tax_yen bigint not null check (least_ex_tax_yen >= 0),
    -- Empty: all stores.
    stores text[] not null,
    audience text not null check (audience in ('all', 'subscribers', 'given')),
    valid_from date not null,
    valid_until date not null,
    most_uses int check (most_uses > 0),
    most_of_member int not null check (most_of_member > 0),
    -- Counted only where there is a most: an unlimited coupon has no row that everybody waits for.
    taken int not null default 0 check (taken >= 0),
    made_by uuid not null,
    made_at timestamptz not null,
    stopped_at timestamptz,
    stopped_by uuid,
    stop_reason text not null default '',
    primary key (coop_id, coupon_id),
    check (valid_from <= valid_until),
    check ((kind = 'delivery-fee') = (amount_yen is null)),
    check ((kind = 'percent') = (percent is not null)),
    check (kind <> 'delivery-fee' or (products = '{}' and categories = '{}')),
    check (most_uses is null or taken <= most_uses),
    check ((stopped_at is null) = (stopped_by is null))
);
create index coupon_period on coupons.coupon (coop_id, valid_until, valid_from);

-- Who was given a coupon: by staff with a reason, or as a subscriber at the first claim.
create table coupons.given (
    coop_id text not null,
    coupon_id uuid not null,
    member_id uuid not null,
    given_by uuid,
    given_at timestamptz not null,
    reason text not null,
    primary key (coop_id, coupon_id, member_id),
    foreign key (coop_id, coupon_id) references coupons.coupon,
    foreign key (coop_id, member_id) references members.member
);

-- What the member's next order takes: one, the last that was claimed.
create table coupons.claim (
    coop_id text not null,
    member_id uuid not null,
    coupon_id uuid not null,
    claimed_at timestamptz not null,
    primary key (coop_id, member_id),
    foreign key (coop_id, coupon_id) references coupons.coupon,
    foreign key (coop_id, member_id) references members.member
);

-- How often a member has used a coupon: moved by conditional updates only.
create table coupons.member_use (
    coop_id text not null,
    coupon_id uuid not null,
    member_id uuid not null,
    taken int not null check (taken >= 0),
    primary key (coop_id, coupon_id, member_id),
    foreign key (coop_id, coupon_id) references coupons.coupon,
    foreign key (coop_id, member_id) references members.member
);

-- The use of an order: one at most. Held while its card is asked; given back by a release, a cancellation or a change.
create table coupons.order_use (
    coop_id text not null,
    order_id uuid not null,
    coupon_id uuid not null,
    member_id uuid not null,
    state text not null check (state in ('held', 'taken', 'returned')),
    taken_at timestamptz not null,
    returned_at timestamptz,
    primary key (coop_id, order_id),
    foreign key (coop_id, coupon_id) references coupons.coupon,
    foreign key (coop_id, member_id) references members.member,
    check ((state = 'returned') = (returned_at is not null))
);
create index order_use_of_member on coupons.order_use (coop_id, coupon_id, member_id);
