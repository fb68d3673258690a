-- レジの端末: a till signs in with a secret of its own, of which only a hash is kept, and speaks for one store.
create table accounts.till (
    coop_id text not null references policies.coop,
    till_id uuid not null,
    store_id text not null,
    name text not null,
    secret_hash text not null,
    issued_at timestamptz not null,
    issued_by uuid not null,
    revoked_at timestamptz,
    revoked_by uuid,
    primary key (coop_id, till_id),
    check ((revoked_at is null) = (revoked_by is null))
);

-- What it shows with each call; void with the till.
create table accounts.till_token (
    coop_id text not null,
    token_hash text not null,
    till_id uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (coop_id, token_hash),
    foreign key (coop_id, till_id) references accounts.till
);
create index till_token_till on accounts.till_token (coop_id, till_id);
create index till_token_expiry on accounts.till_token (expires_at);
