-- 旧カードからの移行 (U-WAL-6): a file of the old system as it was taken, whole, after it had added up. Its lines are booked
-- afterwards, a batch at a time, so that no wallet waits for the end of a long file and a crash loses nothing.
create table wallet.migration (
    coop_id text not null references policies.coop,
    migration_id uuid not null,
    cut_on date not null,
    file_name text not null,
    lines integer not null check (lines > 0),
    -- as the old system has them, fractions and all
    old_balance numeric(18, 4) not null,
    old_points numeric(18, 4) not null,
    old_pending numeric(18, 4) not null,
    money_yen bigint not null,
    points bigint not null,
    taken_by uuid,
    taken_at timestamptz not null,
    primary key (coop_id, migration_id)
);

-- One old card. A card comes over once for each cut date, whatever file it stands in.
create table wallet.migration_line (
    coop_id text not null,
    cut_on date not null,
    card text not null,
    migration_id uuid not null,
    line integer not null,
    member_id uuid not null,
    old_balance numeric(14, 4) not null check (old_balance >= 0),
    old_points numeric(14, 4) not null check (old_points >= 0),
    old_pending numeric(14, 4) not null check (old_pending >= 0),
    money_yen bigint not null check (money_yen = trunc(old_balance + old_pending)),
    points bigint not null check (points = trunc(old_points)),
    booked_at timestamptz,
    -- why the ledger did not take it, such as a wallet that is closed
    refusal text,
    primary key (coop_id, cut_on, card),
    foreign key (coop_id, migration_id) references wallet.migration,
    foreign key (coop_id, member_id) references members.member
) with (fillfactor = 80);
create index migration_line_waiting on wallet.migration_line (coop_id, member_id) where booked_at is null;
create index migration_line_differs on wallet.migration_line (coop_id, migration_id, line)
    where refusal is not null or old_balance + old_pending <> money_yen or old_points <> points;
