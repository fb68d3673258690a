-- 代理: a member lets another person act for them, with limits and an end. Given once and never changed: another limit is
-- another row. The link and code of the invitation are derived from the mail's id, as every other mail's (decision 0010).
create table accounts.representation (
    coop_id text not null,
    representation_id uuid not null,
    account_id uuid not null,
    name text not null,
    relation text not null check (relation in ('child', 'spouse', 'parent', 'sibling', 'carer', 'other')),
    email text not null,
    email_folded text not null,
    errands text not null,
    order_limit_yen bigint check (order_limit_yen > 0),
    until date not null,
    proof_id uuid not null,
    invited_until timestamptz not null,
    granted_at timestamptz not null,
    -- The member of staff who took it down for the member, with the reason.
    granted_by_staff uuid,
    reason text not null default '',
    representative_id uuid,
    accepted_at timestamptz,
    ended_at timestamptz,
    ended_by uuid,
    primary key (coop_id, representation_id),
    foreign key (coop_id, account_id) references accounts.account,
    foreign key (coop_id, representative_id) references accounts.account,
    check ((representative_id is null) = (accepted_at is null)),
    check ((ended_at is null) = (ended_by is null)),
    check (representative_id <> account_id)
);
create index representation_account on accounts.representation (coop_id, account_id, granted_at desc);
create index representation_representative on accounts.representation (coop_id, representative_id);
create index representation_invited on accounts.representation (coop_id, email_folded) where accepted_at is null;
create unique index representation_proof on accounts.representation (coop_id, proof_id);
create unique index representation_pair on accounts.representation (coop_id, account_id, representative_id)
    where ended_at is null;

alter table accounts.mail_proof drop constraint mail_proof_purpose_check;
alter table accounts.mail_proof add constraint mail_proof_purpose_check
    check (purpose in ('registration', 'recovery', 'email_change', 'proof', 'representation'));
