-- パスキー (WebAuthn). The handle is what a device knows the account by: random, so that it tells nothing.
create table accounts.passkey_owner (
    coop_id text not null,
    account_id uuid not null,
    user_handle text not null,
    primary key (coop_id, account_id),
    unique (coop_id, user_handle),
    foreign key (coop_id, account_id) references accounts.account
);

create table accounts.passkey (
    coop_id text not null,
    credential_id text not null,
    account_id uuid not null,
    name text not null,
    public_key bytea not null,
    attestation bytea not null,
    client_data bytea not null,
    sign_count bigint not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    transports text not null,
    created_at timestamptz not null,
    last_used_at timestamptz,
    primary key (coop_id, credential_id),
    foreign key (coop_id, account_id) references accounts.passkey_owner
);
create index passkey_account on accounts.passkey (coop_id, account_id);
