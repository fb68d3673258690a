-- マイページのご案内 on paper, for a member without a mail address: one at a time. Its code is derived from paper_id and the
-- installation's secret (as those of mails are, decision 0010), so that whoever reads this table has none.
create table membership.paper_invitation (
    coop_id text not null,
    member_id uuid not null,
    paper_id uuid not null,
    issued_by uuid not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    tries int not null default 0 check (tries >= 0),
    primary key (coop_id, member_id),
    foreign key (coop_id, member_id) references members.member
);
