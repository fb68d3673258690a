create schema members;

-- 組合員. Names are stored as typed; name_search holds the folded form that searches use.
create table members.member (
    coop_id text not null references policies.coop,
    member_id uuid not null,
    account_id uuid,
    member_code text check (member_code ~ '^[0-9]{10}$'),
    family_name text not null,
    given_name text not null,
    family_kana text not null,
    given_kana text not null,
    name_search text not null,
    phone text not null check (phone ~ '^0[0-9]{9,10}$'),
    birth_date date not null,
    joining text not null check (joining in ('web', 'in_person', 'existing')),
    -- What somebody who says to have joined already typed; staff compare it with the register before it counts.
    claimed_code text check (claimed_code ~ '^[0-9]{10}$'),
    state text not null check (state in ('applied', 'joined')),
    registered_at timestamptz not null,
    joined_at timestamptz,
    primary key (coop_id, member_id),
    check ((state = 'joined') = (joined_at is not null)),
    check ((joining = 'existing') = (claimed_code is not null))
);
create unique index member_account on members.member (coop_id, account_id);
create unique index member_code on members.member (coop_id, member_code);

-- The last member code that a co-op gave out: codes of one co-op follow each other and never repeat.
create table members.code_series (
    coop_id text primary key references policies.coop,
    last_code bigint not null check (last_code between 1000000000 and 9999999999)
);

-- A registration under way: where the visitor lives, and what they typed until they confirm it. Goes with its mail.
create table members.registration (
    coop_id text not null,
    proof_id uuid not null,
    place jsonb not null,
    application jsonb,
    primary key (coop_id, proof_id),
    foreign key (coop_id, proof_id) references accounts.mail_proof on delete cascade
);

-- The share capital (出資金) that somebody who has not joined yet still owes. Paid in once, by one collection.
create table members.share_due (
    coop_id text not null,
    member_id uuid not null,
    units int not null check (units > 0),
    amount_yen bigint not null check (amount_yen > 0),
    way text not null check (way in ('web', 'driver')),
    due_since timestamptz not null,
    collected_at timestamptz,
    collected_by uuid,
    collection_ref text,
    primary key (coop_id, member_id),
    foreign key (coop_id, member_id) references members.member
);

create table members.address (
    coop_id text not null,
    address_id uuid not null,
    member_id uuid not null,
    label text not null,
    recipient text not null,
    phone text not null,
    postal_code text not null check (postal_code ~ '^[0-9]{7}$'),
    prefecture text not null,
    city text not null,
    town text not null,
    street text not null,
    building text not null,
    position int not null,
    created_at timestamptz not null,
    removed_at timestamptz,
    primary key (coop_id, address_id),
    foreign key (coop_id, member_id) references members.member
);
create index address_member on members.address (coop_id, member_id, position) where removed_at is null;
