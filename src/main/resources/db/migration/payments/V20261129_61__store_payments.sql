-- 払込番号: money that somebody brings to a convenience store. Whether it came only an inquiry tells.
create table payments.store_payment (
    coop_id text not null references policies.coop,
    payable_ref text not null,
    member_id uuid not null,
    gateway_order text not null check (length(gateway_order) between 1 and 27),
    chain text not null,
    amount_yen bigint not null check (amount_yen > 0),
    state text not null check (state in ('asked', 'waiting', 'paid', 'over', 'refused')),
    receipt_no text not null default '',
    confirm_no text not null default '',
    begun_at timestamptz not null,
    pay_until timestamptz not null,
    primary key (coop_id, payable_ref),
    unique (coop_id, gateway_order)
);
