create schema accounts;

-- Who can sign in. A member of the co-op and an account are two things (design decision 9).
create table accounts.account (
    coop_id text not null references policies.coop,
    account_id uuid not null,
    kind text not null check (kind in ('member', 'staff')),
    email text not null,
    email_folded text not null,
    password_hash text not null,
    display_name text not null,
    state text not null check (state in ('active', 'closed')),
    created_at timestamptz not null,
    password_changed_at timestamptz not null,
    primary key (coop_id, account_id)
);
create unique index account_email on accounts.account (coop_id, kind, email_folded) where state = 'active';

create table accounts.staff_role (
    coop_id text not null,
    account_id uuid not null,
    role text not null check (role in ('picker', 'driver', 'desk', 'manager')),
    store_id text not null,
    primary key (coop_id, account_id, role, store_id),
    foreign key (coop_id, account_id) references accounts.account
);

-- A mail that proves an address: link and code, both stored hashed, single use, expiring.
create table accounts.mail_proof (
    coop_id text not null references policies.coop,
    proof_id uuid not null,
    purpose text not null check (purpose in ('registration', 'recovery')),
    email text not null,
    token_hash text not null,
    code_hash text not null,
    account_id uuid,
    context jsonb not null default '{}',
    created_at timestamptz not null,
    expires_at timestamptz not null,
    code_tries int not null default 0,
    used_at timestamptz,
    primary key (coop_id, proof_id)
);
create unique index mail_proof_token on accounts.mail_proof (coop_id, token_hash);

-- Failed tries, counted per account address and per network address; a row is forgotten after its delay has passed.
create table accounts.failed_try (
    coop_id text not null references policies.coop,
    subject text not null,
    tries int not null,
    last_at timestamptz not null,
    wait_until timestamptz not null,
    primary key (coop_id, subject)
);

create table accounts.bearer (
    coop_id text not null,
    token_hash text not null,
    account_id uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (coop_id, token_hash),
    foreign key (coop_id, account_id) references accounts.account
);
create index bearer_account on accounts.bearer (coop_id, account_id);

create table accounts.audit (
    coop_id text not null references policies.coop,
    audit_id uuid not null,
    at timestamptz not null,
    actor text not null,
    action text not null,
    subject text not null,
    reason text not null,
    primary key (coop_id, audit_id)
);
create index audit_subject on accounts.audit (coop_id, subject, at desc);

-- Spring Session's tables.
create table accounts.session (
    primary_id char(36) not null primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create unique index session_session_id on accounts.session (session_id);
create index session_expiry_time on accounts.session (expiry_time);
create index session_principal_name on accounts.session (principal_name);
create table accounts.session_attributes (
    session_primary_id char(36) not null references accounts.session on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
