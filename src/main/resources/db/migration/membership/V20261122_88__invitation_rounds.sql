-- まとめてのご案内: everybody who has paid in and has no My Page is invited (M-USE-3); how far that has come.
create table membership.invitation_round (
    coop_id text not null references policies.coop,
    round_id uuid not null,
    begun_by uuid not null,
    begun_at timestamptz not null,
    to_do int not null,
    mailed int not null default 0,
    -- After which member it goes on.
    until_member uuid,
    done_at timestamptz,
    primary key (coop_id, round_id)
);
create unique index invitation_round_one on membership.invitation_round (coop_id) where done_at is null;
