create schema membership;

-- 加入申込: what somebody who wants to join wrote into the form, or told the desk. Kept as it was decided.
create table membership.application (
    coop_id text not null references policies.coop,
    application_id uuid not null,
    number text not null check (number ~ '^[0-9]{8}$'),
    request_key text not null,
    family_name text not null,
    given_name text not null,
    family_kana text not null,
    given_kana text not null,
    phone text not null,
    birth_date date not null,
    postal_code text not null,
    prefecture text not null,
    city text not null,
    town text not null,
    street text not null,
    building text not null,
    email text not null,
    workplace text not null,
    units int not null check (units > 0),
    taken_by uuid,
    received_at timestamptz not null,
    state text not null check (state in ('received', 'accepted', 'refused')),
    decided_at timestamptz,
    decided_by uuid,
    reason text not null default '',
    member_id uuid,
    primary key (coop_id, application_id),
    unique (coop_id, number),
    unique (coop_id, request_key),
    foreign key (coop_id, member_id) references members.member,
    check ((state = 'received') = (decided_at is null)),
    check ((state = 'accepted') = (member_id is not null))
);
create index application_state on membership.application (coop_id, state, received_at);
create unique index application_member on membership.application (coop_id, member_id);

-- マイページの登録のご案内: sent once the share capital is paid. Its link is stored hashed and opens the registration once.
create table membership.invitation (
    coop_id text not null,
    invitation_id uuid not null,
    member_id uuid not null,
    email text not null,
    asked_at timestamptz not null,
    token_hash text,
    expires_at timestamptz,
    wrong_tries int not null default 0,
    used_at timestamptz,
    primary key (coop_id, invitation_id),
    foreign key (coop_id, member_id) references members.member
);
create unique index invitation_token on membership.invitation (coop_id, token_hash);
create index invitation_member on membership.invitation (coop_id, member_id, asked_at desc);

-- 脱退: notice given, effective at the end of a fiscal year, then the share capital is paid back.
create table membership.leaving (
    coop_id text not null,
    leaving_id uuid not null,
    member_id uuid not null,
    ground text not null check (ground in ('wish', 'death', 'disqualified', 'expelled')),
    noticed_on date not null,
    effective_on date not null,
    taken_by uuid not null,
    taken_at timestamptz not null,
    note text not null,
    withdrawn_at timestamptz,
    effected_at timestamptz,
    paid_back_at timestamptz,
    primary key (coop_id, leaving_id),
    foreign key (coop_id, member_id) references members.member
);
create unique index leaving_member on membership.leaving (coop_id, member_id) where withdrawn_at is null;
create index leaving_due on membership.leaving (coop_id, effective_on) where withdrawn_at is null and effected_at is null;
