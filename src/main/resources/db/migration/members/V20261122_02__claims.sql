-- What staff found when they compared a claimed member code with the co-op's register: once for each claim.
create table members.claim_decision (
    coop_id text not null,
    member_id uuid not null,
    confirmed boolean not null,
    reason text not null check (reason <> ''),
    decided_by uuid not null,
    decided_at timestamptz not null,
    primary key (coop_id, member_id),
    foreign key (coop_id, member_id) references members.member
);
create index member_claim on members.member (coop_id, registered_at) where claimed_code is not null;
