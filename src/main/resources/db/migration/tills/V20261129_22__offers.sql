-- 取引コード: a payment that the till shows and the member comes to. The code itself follows from the entry and the installation's
-- secret and is not kept; it is found by a mark of it.
create table tills.offer (
    coop_id text not null references policies.coop,
    entry_id uuid not null,
    code_mark text not null,
    amount_yen bigint not null check (amount_yen > 0),
    lines jsonb not null,
    state text not null check (state in ('open', 'paid', 'refused', 'dropped')),
    expires_at timestamptz not null,
    primary key (coop_id, entry_id),
    unique (coop_id, code_mark),
    foreign key (coop_id, entry_id) references tills.entry
);

-- How many wrong codes a member has typed in this minute: whoever tries codes out is slowed down.
create table tills.wrong_code (
    coop_id text not null,
    member_id uuid not null,
    minute timestamptz not null,
    tries int not null check (tries > 0),
    primary key (coop_id, member_id),
    foreign key (coop_id, member_id) references members.member
);
