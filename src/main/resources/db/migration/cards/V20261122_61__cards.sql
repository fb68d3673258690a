-- デジタル組合員証: one card of a member at a time, with a secret of its own, sealed under the installation's secret.
create schema cards;

create table cards.card (
    coop_id text not null references policies.coop,
    card_id uuid not null,
    member_id uuid not null,
    number text not null,
    secret bytea not null,
    issued_at timestamptz not null,
    ended_at timestamptz,
    -- The last step of time whose code a till has taken: neither it nor an earlier one is taken again.
    last_step bigint not null default 0,
    primary key (coop_id, card_id),
    unique (coop_id, number),
    foreign key (coop_id, member_id) references members.member
);
create unique index card_member on cards.card (coop_id, member_id) where ended_at is null;

-- How many codes a till has shown in a minute: whoever tries codes out is slowed down.
create table cards.till_minute (
    coop_id text not null,
    till_id uuid not null,
    minute timestamptz not null,
    checks int not null check (checks > 0),
    primary key (coop_id, till_id, minute),
    foreign key (coop_id, till_id) references accounts.till
);
create index till_minute_minute on cards.till_minute (minute);
