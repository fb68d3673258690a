-- The ledger of e-money and points. A posting is what happened; its transfers are what it moved, each from the account that is
-- debited to the one that is credited, so that debits and credits are equal by construction. Both are only ever added. What a
-- wallet holds follows from them and is kept beside them; the daily proof adds everything up anew.
-- One unit throughout: yen; a point is worth one.
create schema wallet;

create table wallet.wallet (
    coop_id text not null references policies.coop,
    wallet_id uuid not null,
    member_id uuid not null,
    state text not null check (state in ('unverified', 'active', 'suspended', 'closed')),
    -- where points live on with purchases (B-PT-1): the day of the last one, or of the first points since there were none
    points_from date not null,
    opened_at timestamptz not null,
    primary key (coop_id, wallet_id),
    unique (coop_id, member_id),
    foreign key (coop_id, member_id) references members.member
) with (fillfactor = 80);

-- What a wallet holds in each of its accounts. Whoever writes here holds the row of the wallet. Room is left in each page
-- and nothing that changes is indexed but the days of points, so that a payment writes no index (HOT).
-- Foreign keys of the four tables below are left out, since they would cost a fifth of a payment; the daily proof looks for
-- rows without their wallet or posting.
create table wallet.balance (
    coop_id text not null,
    wallet_id uuid not null,
    account text not null,
    amount_yen bigint not null check (amount_yen >= 0),
    expires_on date,
    -- what payments took out of this money on one day, for limits by day
    spent_on date,
    spent_yen bigint not null default 0 check (spent_yen >= 0),
    primary key (coop_id, wallet_id, account)
) with (fillfactor = 70);
create index balance_points on wallet.balance (coop_id, expires_on) where expires_on is not null;

create table wallet.posting (
    coop_id text not null,
    wallet_id uuid not null,
    posting_id uuid not null,
    -- for the seal: the order in which rows were numbered
    seq bigint generated always as identity,
    kind text not null,
    -- kept for ever, with what it stood for, also when the answer was no
    request_key text not null,
    request_digest text not null,
    refusal_code text,
    refusal_sentence text,
    refusal_field text,
    -- the posting that this one is about: of a refund its payment, of a capture its hold
    about uuid,
    shop text,
    reason text,
    actor uuid,
    lines jsonb,
    money_after_yen bigint not null,
    points_after bigint not null,
    effective_on date not null,
    recorded_at timestamptz not null,
    primary key (coop_id, wallet_id, posting_id),
    unique (coop_id, request_key)
);
create index posting_about on wallet.posting (coop_id, wallet_id, about) where about is not null;
create index posting_charge on wallet.posting (coop_id, wallet_id, effective_on) where kind = 'charge';
create index posting_seq on wallet.posting using brin (seq);

create table wallet.transfer (
    coop_id text not null,
    wallet_id uuid not null,
    posting_id uuid not null,
    line smallint not null,
    debit text not null,
    credit text not null,
    amount_yen bigint not null check (amount_yen > 0),
    -- why these points: 書籍 3,300円 × 10 %
    note text,
    primary key (coop_id, wallet_id, posting_id, line),
    check (debit <> credit)
);

-- The co-op's own accounts (sales of a shop, money on its way from a channel) by day. Each is spread over rows, so that
-- no two writers wait for one.
create table wallet.total (
    coop_id text not null,
    account text not null,
    day date not null,
    stripe smallint not null,
    debit_yen bigint not null check (debit_yen >= 0),
    credit_yen bigint not null check (credit_yen >= 0),
    primary key (coop_id, account, day, stripe)
) with (fillfactor = 50);

-- What waits for its second step: money held for a purchase, a charge that is announced and not paid yet.
create table wallet.open_item (
    coop_id text not null,
    wallet_id uuid not null,
    item_id uuid not null,
    kind text not null check (kind in ('hold', 'charge')),
    channel text,
    amount_yen bigint not null check (amount_yen > 0),
    expires_at timestamptz not null,
    closed_at timestamptz,
    primary key (coop_id, wallet_id, item_id)
);
create index open_item_due on wallet.open_item (coop_id, expires_at) where closed_at is null;

create function wallet.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or removed: a correction is another posting', tg_table_name;
end $$;
create trigger posting_stays before update or delete on wallet.posting for each row execute function wallet.refuse_change();
create trigger transfer_stays before update or delete on wallet.transfer for each row execute function wallet.refuse_change();
create trigger posting_whole before truncate on wallet.posting for each statement execute function wallet.refuse_change();
create trigger transfer_whole before truncate on wallet.transfer for each statement execute function wallet.refuse_change();
revoke update, delete, truncate on wallet.posting, wallet.transfer from public;
