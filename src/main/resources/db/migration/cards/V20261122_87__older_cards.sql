-- 紙・ラミネートの組合員証 (U-CARD-1): older cards, shown for the member price and for nothing else.
create table cards.older_card (
    coop_id text not null references policies.coop,
    card_id uuid not null,
    member_id uuid not null,
    kind text not null check (kind in ('paper', 'laminated')),
    -- What is printed on it. A number names one card for good: a lost one never passes as another.
    number text not null,
    issued_on date not null,
    state text not null check (state in ('valid', 'replaced', 'lost', 'ended')),
    recorded_at timestamptz not null,
    ended_at timestamptz,
    reason text not null default '',
    primary key (coop_id, card_id),
    unique (coop_id, number),
    foreign key (coop_id, member_id) references members.member,
    check ((state = 'valid') = (ended_at is null))
);
create index older_card_member on cards.older_card (coop_id, member_id, issued_on desc);
