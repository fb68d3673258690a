-- Sign-ins that last (ご利用中の端末): one row per browser of an account, of members and of staff. A session counts only while
-- its row is here, so that ending a row makes the browser's cookie worthless at once.
create table accounts.sign_in (
    coop_id text not null,
    sign_in_id uuid not null,
    account_id uuid not null,
    device text not null,
    begun_at timestamptz not null,
    last_used_at timestamptz not null,
    -- When somebody last proved at this browser who they are: by password, passkey or mailed code.
    proved_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (coop_id, sign_in_id),
    foreign key (coop_id, account_id) references accounts.account
);
create index sign_in_account on accounts.sign_in (coop_id, account_id);
create index sign_in_expiry on accounts.sign_in (expires_at);
