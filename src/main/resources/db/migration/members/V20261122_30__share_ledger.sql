-- 出資金: a double-entry ledger of equity, never e-money. A posting is what happened, its transfers are what it moved; rows
-- are only ever added, a correction is another posting. request_key makes the same request, sent twice, one posting for ever.
create table members.share_posting (
    coop_id text not null,
    posting_id uuid not null,
    member_id uuid not null,
    kind text not null check (kind in ('subscribe', 'collect', 'pay_in', 'cancel', 'reduce', 'pay_back', 'opening')),
    request_key text not null,
    request_content text not null,
    effective_on date not null,
    recorded_at timestamptz not null,
    actor uuid,
    ref text not null,
    -- the order in which postings of a member came, also within one moment: they hold the member's row
    seq bigint generated always as identity,
    primary key (coop_id, posting_id),
    unique (coop_id, request_key),
    foreign key (coop_id, member_id) references members.member
);
create index share_posting_member on members.share_posting (coop_id, member_id, seq);

-- Each row moves one amount from the credited to the debited account: debits and credits are equal by construction.
create table members.share_transfer (
    coop_id text not null,
    posting_id uuid not null,
    line smallint not null,
    member_id uuid not null,
    debit text not null check (debit in ('due', 'subscribed', 'capital', 'owed', 'cash', 'bank', 'opening')),
    credit text not null check (credit in ('due', 'subscribed', 'capital', 'owed', 'cash', 'bank', 'opening')),
    units bigint not null check (units > 0),
    amount_yen bigint not null check (amount_yen > 0),
    primary key (coop_id, posting_id, line),
    foreign key (coop_id, posting_id) references members.share_posting,
    check (debit <> credit)
);
create index share_transfer_member on members.share_transfer (coop_id, member_id);

-- What a member has in each account, derived from the transfers; the daily proof recomputes it.
create table members.share_balance (
    coop_id text not null,
    member_id uuid not null,
    account text not null check (account in ('due', 'subscribed', 'capital', 'owed')),
    units bigint not null check (units >= 0),
    amount_yen bigint not null check (amount_yen >= 0),
    primary key (coop_id, member_id, account),
    foreign key (coop_id, member_id) references members.member
);

create function members.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or removed: a correction is another posting', tg_table_name;
end $$;
create trigger share_posting_stays before update or delete on members.share_posting
    for each row execute function members.refuse_change();
create trigger share_transfer_stays before update or delete on members.share_transfer
    for each row execute function members.refuse_change();
create trigger share_posting_whole before truncate on members.share_posting
    for each statement execute function members.refuse_change();
create trigger share_transfer_whole before truncate on members.share_transfer
    for each statement execute function members.refuse_change();
revoke update, delete, truncate on members.share_posting, members.share_transfer from public;

-- 出資金の請求: closed on a day, to be paid by another; what is paid in goes to the oldest first.
create table members.share_bill (
    coop_id text not null,
    bill_id uuid not null,
    member_id uuid not null,
    closed_on date not null,
    pay_by date not null,
    units bigint not null check (units > 0),
    amount_yen bigint not null check (amount_yen > 0),
    paid_yen bigint not null default 0 check (paid_yen between 0 and amount_yen),
    void_at timestamptz,
    primary key (coop_id, bill_id),
    unique (coop_id, member_id, closed_on),
    foreign key (coop_id, member_id) references members.member
);
create index share_bill_open on members.share_bill (coop_id, pay_by) where void_at is null and paid_yen < amount_yen;

-- The proof of a day: what the ledger held, and what did not agree (nothing, as long as all is well).
create table members.share_proof (
    coop_id text not null references policies.coop,
    proof_id uuid not null,
    day date not null,
    run_at timestamptz not null,
    postings bigint not null,
    capital_yen bigint not null,
    due_yen bigint not null,
    owed_yen bigint not null,
    findings text[] not null,
    primary key (coop_id, proof_id)
);
create index share_proof_day on members.share_proof (coop_id, day desc, run_at desc);

-- What was due and collected until now becomes postings.
insert into members.share_posting
select coop_id, gen_random_uuid(), member_id, 'subscribe', 'join:' || member_id, 'subscribe:' || member_id || ':' || units || ':' || amount_yen,
    (due_since at time zone 'Asia/Tokyo')::date, due_since, null, ''
from members.share_due;
insert into members.share_posting
select coop_id, gen_random_uuid(), member_id, 'collect', 'collect:' || member_id || ':' || collection_ref,
    'collect:' || member_id || ':' || units || ':' || amount_yen,
    (collected_at at time zone 'Asia/Tokyo')::date, collected_at, collected_by, collection_ref
from members.share_due where collected_at is not null;
insert into members.share_transfer
select p.coop_id, p.posting_id, 1, p.member_id, 'due', 'subscribed', d.units, d.amount_yen
from members.share_posting p join members.share_due d using (coop_id, member_id) where p.kind = 'subscribe';
insert into members.share_transfer
select p.coop_id, p.posting_id, l.line, p.member_id, l.debit, l.credit, d.units, d.amount_yen
from members.share_posting p join members.share_due d using (coop_id, member_id),
    (values (1, 'cash', 'due'), (2, 'subscribed', 'capital')) l (line, debit, credit)
where p.kind = 'collect';
insert into members.share_balance
select coop_id, member_id, account, units, amount_yen
from members.share_due d, unnest(case when d.collected_at is null then array['due', 'subscribed'] else array['capital'] end) account;
drop table members.share_due;
