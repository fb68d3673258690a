-- ICカード of a member's e-money (U-WAL-1, U-WAL-5). What the chip says of itself (FeliCa IDm) can be read by anybody who comes
-- near it, and copied: here it is only a mark by which a card is found, made with the installation's secret.
create table cards.ic_card (
    coop_id text not null references policies.coop,
    card_id uuid not null,
    member_id uuid not null,
    idm_mark text not null,
    name text not null,
    state text not null check (state in ('active', 'suspended', 'replaced', 'ended')),
    -- a card that staff have suspended is not for the member to resume
    suspended_by text check (suspended_by in ('member', 'staff')),
    reason text not null,
    issued_at timestamptz not null,
    changed_at timestamptz not null,
    -- 再発行: which one it replaces, by which papers, for which fee
    replaces uuid,
    papers text,
    fee_yen bigint not null check (fee_yen >= 0),
    -- what payments took with it on one day
    spent_on date,
    spent_yen bigint not null default 0 check (spent_yen >= 0),
    primary key (coop_id, card_id),
    foreign key (coop_id, member_id) references members.member,
    check ((state = 'suspended') = (suspended_by is not null)),
    check ((replaces is null) = (papers is null))
);
create index ic_card_member on cards.ic_card (coop_id, member_id, issued_at desc);
-- a chip is one card at a time
create unique index ic_card_idm on cards.ic_card (coop_id, idm_mark) where state in ('active', 'suspended');
