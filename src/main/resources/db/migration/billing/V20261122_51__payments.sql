-- A file of a bank that was taken whole. The same content is never taken twice.
create table billing.payment_file (
    coop_id text not null references policies.coop,
    file_id uuid not null,
    kind text not null check (kind in ('transfers', 'debits')),
    name text not null,
    digest text not null,
    taken_at timestamptz not null,
    taken_by uuid not null,
    lines int not null,
    total_yen bigint not null,
    primary key (coop_id, file_id)
);
create unique index payment_file_once on billing.payment_file (coop_id, digest);

-- 入金: money that came, or (state failed) did not come. What finds no statement by itself waits for the desk (open).
create table billing.receipt (
    coop_id text not null,
    receipt_id uuid not null,
    file_id uuid,
    line_key text not null,
    kind text not null check (kind in ('transfer', 'debit', 'reversal', 'surplus', 'desk')),
    day date not null,
    payer_name text not null,
    payer_number text not null,
    member_id uuid,
    amount_yen bigint not null check (amount_yen > 0),
    used_yen bigint not null default 0 check (used_yen between 0 and amount_yen),
    state text not null check (state in ('used', 'open', 'failed', 'set_aside')),
    remark text not null,
    recorded_at timestamptz not null,
    primary key (coop_id, receipt_id),
    unique (coop_id, line_key),
    foreign key (coop_id, file_id) references billing.payment_file,
    foreign key (coop_id, member_id) references billing.payer
);
create index receipt_open on billing.receipt (coop_id, receipt_id) where state = 'open';
create index receipt_of_file on billing.receipt (coop_id, file_id);
create index receipt_of_member on billing.receipt (coop_id, member_id, receipt_id);

-- 消込: what settled a statement, and by how much. Rows are only added.
create table billing.settlement (
    coop_id text not null,
    settlement_id uuid not null,
    member_id uuid not null,
    closed_on date not null,
    settlement_key text not null,
    kind text not null check (kind in ('receipt', 'shares')),
    receipt_id uuid,
    amount_yen bigint not null check (amount_yen > 0),
    day date not null,
    recorded_at timestamptz not null,
    primary key (coop_id, settlement_id),
    unique (coop_id, settlement_key),
    foreign key (coop_id, member_id, closed_on) references billing.due,
    foreign key (coop_id, receipt_id) references billing.receipt,
    check ((kind = 'receipt') = (receipt_id is not null))
);
create index settlement_of_due on billing.settlement (coop_id, member_id, closed_on);
create trigger settlement_stays before update or delete on billing.settlement
    for each row execute function billing.refuse_change();
create trigger settlement_whole before truncate on billing.settlement
    for each statement execute function billing.refuse_change();
