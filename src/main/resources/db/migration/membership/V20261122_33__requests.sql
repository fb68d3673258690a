-- 届出 and お問い合わせ: what a member asks for and staff handle; its state is seen by both (M-PAGE-1, M-PAGE-2).
create table membership.request (
    coop_id text not null,
    request_id uuid not null,
    member_id uuid not null,
    request_key text not null,
    kind text not null check (kind in ('workplace', 'retirement', 'inquiry')),
    body text not null,
    state text not null check (state in ('received', 'working', 'done', 'declined')),
    answer text not null default '',
    received_at timestamptz not null,
    handled_at timestamptz,
    handled_by uuid,
    primary key (coop_id, request_id),
    unique (coop_id, request_key),
    foreign key (coop_id, member_id) references members.member,
    check ((state = 'received') = (handled_at is null))
);
create index request_member on membership.request (coop_id, member_id, received_at desc);
create index request_state on membership.request (coop_id, state, received_at);

-- A changed name, and from when the card shows it (M-CARD-2).
create table membership.name_change (
    coop_id text not null,
    change_id uuid not null,
    member_id uuid not null,
    changed_at timestamptz not null,
    before_name text not null,
    before_kana text not null,
    card_from date not null,
    primary key (coop_id, change_id),
    foreign key (coop_id, member_id) references members.member
);
create index name_change_member on membership.name_change (coop_id, member_id, changed_at);

-- メールの設定: what a member wants to be told besides what concerns them alone. No row: nothing but that.
create table membership.mail_choice (
    coop_id text not null,
    member_id uuid not null,
    newsletter boolean not null,
    changed_at timestamptz not null,
    primary key (coop_id, member_id),
    foreign key (coop_id, member_id) references members.member
);
