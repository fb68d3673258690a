-- 二段階認証: what an account asks for besides the password. An app's secret is sealed with the installation's secret, and counts
-- once its first code was typed; last_step is the newest code that was taken, so that none is taken twice.
create table accounts.second_factor (
    coop_id text not null,
    account_id uuid not null,
    way text not null check (way in ('mail', 'app')),
    secret bytea,
    begun_at timestamptz not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0,
    primary key (coop_id, account_id),
    foreign key (coop_id, account_id) references accounts.account,
    check ((way = 'app') = (secret is not null))
);

-- 予備のコード, each good once; long enough that a plain hash hides them.
create table accounts.spare_code (
    coop_id text not null,
    account_id uuid not null,
    code_hash text not null,
    used_at timestamptz,
    primary key (coop_id, account_id, code_hash),
    foreign key (coop_id, account_id) references accounts.account
);
