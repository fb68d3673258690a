-- What tills have asked of wallets. The row is there before anything moves: it says whose wallet a one-time code stood for, so that
-- the same request again needs no second code. What moved, or why nothing did, the wallets' ledger keeps under the entry's number.
create schema tills;

create table tills.entry (
    coop_id text not null references policies.coop,
    entry_id uuid not null,
    till_id uuid not null,
    store_id text not null,
    -- the till's own
    request_key text not null,
    request_digest text not null,
    kind text not null check (kind in ('charge', 'payment', 'refund')),
    -- of a refund: its payment
    about uuid,
    wallet_id uuid,
    -- why no wallet was asked
    refusal_code text,
    refusal_sentence text,
    refusal_field text,
    recorded_at timestamptz not null,
    primary key (coop_id, entry_id),
    unique (coop_id, till_id, request_key),
    foreign key (coop_id, till_id) references accounts.till,
    foreign key (coop_id, wallet_id) references wallet.wallet,
    check (num_nonnulls(wallet_id, refusal_code) <= 1)
);
create index entry_wallet on tills.entry (coop_id, wallet_id);
create index entry_about on tills.entry (coop_id, about) where about is not null;
