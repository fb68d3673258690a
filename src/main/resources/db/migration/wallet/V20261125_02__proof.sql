-- 日次検証: what the ledger came to when everything was added up anew, and what did not agree (nothing, as long as all is well).
create table wallet.proof (
    coop_id text not null references policies.coop,
    proof_id uuid not null,
    day date not null,
    run_at timestamptz not null,
    postings bigint not null,
    transfers bigint not null,
    money_yen bigint not null,
    points bigint not null,
    held_yen bigint not null,
    point_debt bigint not null,
    findings text[] not null,
    primary key (coop_id, proof_id)
);
create index proof_day on wallet.proof (coop_id, day desc, run_at desc);

-- 封印: postings in blocks, each block's hash over the one before and over every word of its rows. Whoever changed an old row
-- would have to change every seal since, and the copies of them that the co-op keeps elsewhere.
create table wallet.seal (
    coop_id text not null references policies.coop,
    number bigint not null,
    up_to_seq bigint not null,
    postings bigint not null check (postings > 0),
    previous_hash text not null,
    hash text not null,
    sealed_at timestamptz not null,
    primary key (coop_id, number)
);
create trigger seal_stays before update or delete on wallet.seal for each row execute function wallet.refuse_change();
create trigger seal_whole before truncate on wallet.seal for each statement execute function wallet.refuse_change();
revoke update, delete, truncate on wallet.seal from public;
