-- チャージ that members make on My Page (U-WAL-2): begun, counted by the wallet as announced, and booked once the money is there.
create schema charging;

create table charging.charge (
    coop_id text not null references policies.coop,
    charge_id uuid not null,
    member_id uuid not null,
    wallet_id uuid not null,
    -- of the form that it came from: pressed twice it is one charge
    request_key text not null,
    channel text not null check (channel in ('card', 'convenience')),
    amount_yen bigint not null check (amount_yen > 0),
    -- what the wallet counts until the money is there
    expected uuid not null,
    state text not null check (state in ('begun', 'taking', 'done', 'over', 'trouble')),
    why text not null default '',
    begun_at timestamptz not null,
    ended_at timestamptz,
    -- when it is looked at next
    due_at timestamptz,
    primary key (coop_id, charge_id),
    unique (coop_id, member_id, request_key),
    foreign key (coop_id, member_id) references members.member,
    check ((state in ('done', 'over')) = (ended_at is not null)),
    check (ended_at is null or due_at is null)
);
create index charge_due on charging.charge (due_at) where due_at is not null;
create index charge_open on charging.charge (coop_id, member_id, begun_at) where state in ('begun', 'taking', 'trouble');
