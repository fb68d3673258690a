-- 他のサービスへのログイン: the services of a co-op that use its sign-in, and what members let them see.
create schema connect;

create table connect.service (
    coop_id text not null references policies.coop,
    service_id uuid not null,
    name text not null,
    purpose text not null,
    scopes text[] not null,
    -- Where members are sent with a code, and after signing out: matched sign by sign.
    redirects text[] not null,
    returns text[] not null,
    -- Null: an app, which could keep no secret.
    secret_hash text,
    registered_at timestamptz not null,
    registered_by uuid not null,
    ended_at timestamptz,
    primary key (coop_id, service_id)
);

-- What a member agreed to. The subject is all that the service learns of who it is: another at every service, and for good.
create table connect.consent (
    coop_id text not null,
    account_id uuid not null,
    service_id uuid not null,
    subject uuid not null,
    scopes text[] not null,
    given_at timestamptz not null,
    ended_at timestamptz,
    primary key (coop_id, account_id, service_id),
    unique (coop_id, subject),
    foreign key (coop_id, account_id) references accounts.account,
    foreign key (coop_id, service_id) references connect.service
);

-- One sign-in to a service: the code that begins it, and the sign-in that it lives with.
create table connect.access_grant (
    coop_id text not null,
    grant_id uuid not null,
    account_id uuid not null,
    service_id uuid not null,
    sign_in_id uuid not null,
    generation int not null,
    scopes text[] not null,
    redirect text not null,
    challenge text not null,
    nonce text,
    proved_at timestamptz not null,
    begun_at timestamptz not null,
    code_hash text not null,
    code_expires_at timestamptz not null,
    code_used_at timestamptz,
    ended_at timestamptz,
    primary key (coop_id, grant_id),
    unique (coop_id, code_hash),
    foreign key (coop_id, account_id, service_id) references connect.consent
);
create index access_grant_consent on connect.access_grant (coop_id, account_id, service_id);
create index access_grant_begun on connect.access_grant (begun_at);

create table connect.token (
    coop_id text not null,
    token_hash text not null,
    grant_id uuid not null,
    kind text not null check (kind in ('access', 'refresh')),
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    -- A refresh token is good once; shown again it was stolen.
    used_at timestamptz,
    primary key (coop_id, token_hash),
    foreign key (coop_id, grant_id) references connect.access_grant on delete cascade
);
create index token_grant on connect.token (coop_id, grant_id);
create index token_expiry on connect.token (expires_at);

-- Keys that sign id tokens; the private half sealed under the installation's secret.
create table connect.signing_key (
    coop_id text not null references policies.coop,
    key_id uuid not null,
    public_key text not null,
    sealed bytea not null,
    made_at timestamptz not null,
    primary key (coop_id, key_id)
);
