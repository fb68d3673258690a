-- メールマガジン: what the co-op mails to those who want it, and how far each mail of each issue is.
create schema newsletters;

create table newsletters.issue (
    coop_id text not null references policies.coop,
    issue_id uuid not null,
    subject text not null,
    body text not null,
    state text not null check (state in ('draft', 'planned', 'sending', 'stopped', 'sent')),
    changed_by uuid not null,
    changed_at timestamptz not null,
    -- When it goes out, once somebody has said so.
    send_at timestamptz,
    begun_at timestamptz,
    ended_at timestamptz,
    -- How far the list of recipients has been written: after which member, and whether to the end.
    listed_until uuid,
    listed boolean not null default false,
    primary key (coop_id, issue_id),
    check ((state = 'draft') = (send_at is null)),
    check ((state = 'sent') = (ended_at is not null))
);
create index issue_state on newsletters.issue (coop_id, state, send_at);

-- Who gets an issue: one row each, written before the first mail and never twice.
create table newsletters.recipient (
    coop_id text not null,
    issue_id uuid not null,
    member_id uuid not null,
    state text not null check (state in ('waiting', 'handing', 'taken', 'refused', 'skipped')),
    tries int not null default 0,
    -- Not before this moment; while a mail is being handed over, when that began.
    due_at timestamptz not null,
    handed_at timestamptz,
    email text not null default '',
    answer text not null default '',
    primary key (coop_id, issue_id, member_id),
    foreign key (coop_id, issue_id) references newsletters.issue,
    foreign key (coop_id, member_id) references members.member
);
create index recipient_open on newsletters.recipient (coop_id, issue_id, due_at, member_id) where state in ('waiting', 'handing');
create index recipient_handed on newsletters.recipient (coop_id, handed_at);

-- Addresses that take no mail: a server said so, or a mail came back.
create table newsletters.dead_address (
    coop_id text not null references policies.coop,
    email_folded text not null,
    noted_at timestamptz not null,
    answer text not null,
    primary key (coop_id, email_folded)
);
