create schema accounts;

-- Who can sign in. A member of the co-op and an account are two things (design decision 9).
create table accounts.account (
    coop_id text not null references policies.coop,
    account_id uuid not null,
    kind text not null check (kind in ('member', 'staff')),
    email text not null,
    email_folded text not null,
    password_hash text,
    display_name text not null,
    state text not null check (state in ('active', 'closed')),
    created_at timestamptz not null,
    password_changed_at timestamptz not null,
    -- Raised when every sign-in so far must end: a session or token of an older generation is nobody.
    generation int not null default 0,
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

-- A mail that proves an address: single use, expiring. Its link and code are not stored, not even hashed: both are
-- derived from the installation's secret and the row's id (docs/decisions/0010-mail-proofs.md).
create table accounts.mail_proof (
    coop_id text not null references policies.coop,
    proof_id uuid not null,
    purpose text not null check (purpose in ('registration', 'recovery')),
    email text not null,
    email_folded text not null,
    account_id uuid,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    code_tries int not null default 0,
    used_at timestamptz,
    primary key (coop_id, proof_id),
    foreign key (coop_id, account_id) references accounts.account
);
create index mail_proof_email on accounts.mail_proof (coop_id, purpose, email_folded) where used_at is null;
create index mail_proof_expiry on accounts.mail_proof (expires_at);

-- Tries that are counted against guessing and flooding: per account, per network address, per device. A row is forgotten
-- once nothing was tried for long enough.
create table accounts.counted_try (
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
create index bearer_expiry on accounts.bearer (expires_at);

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
