-- 日計: what moved on a day that is over, summed by where from and where to; points by their bearer, without their last day. The
-- figures of the law (X-WAL-4) are sums of these few rows: the same whenever they are asked for, and no scan of the ledger.
create table wallet.day_sum (
    coop_id text not null references policies.coop,
    day date not null,
    debit text not null,
    credit text not null,
    transfers bigint not null check (transfers > 0),
    amount_yen bigint not null check (amount_yen > 0),
    primary key (coop_id, day, debit, credit)
);

-- Days that are summed, those without a transfer as well.
create table wallet.day_end (
    coop_id text not null references policies.coop,
    day date not null,
    summed_at timestamptz not null,
    primary key (coop_id, day)
);
create trigger day_sum_stays before update or delete on wallet.day_sum for each row execute function wallet.refuse_change();
create trigger day_end_stays before update or delete on wallet.day_end for each row execute function wallet.refuse_change();
revoke update, delete, truncate on wallet.day_sum, wallet.day_end from public;

-- Costs next to nothing where rows come in the order of time.
create index posting_recorded on wallet.posting using brin (recorded_at);
