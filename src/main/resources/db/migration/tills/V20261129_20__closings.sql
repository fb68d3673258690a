-- 取消 of a charge, and レジ締め: what a till has done since the last time, added up under a number and never changed.
alter table tills.entry drop constraint entry_kind_check;
alter table tills.entry add constraint entry_kind_check check (kind in ('charge', 'payment', 'refund', 'void'));
-- none yet: it is part of the day that is open
alter table tills.entry add column closing_id uuid;
create index entry_open on tills.entry (coop_id, till_id, recorded_at) where closing_id is null;

create table tills.closing (
    coop_id text not null references policies.coop,
    closing_id uuid not null,
    till_id uuid not null,
    store_id text not null,
    number int not null check (number > 0),
    day date not null,
    -- over the sums, and over the seal of the closing before
    seal text not null,
    closed_at timestamptz not null,
    primary key (coop_id, closing_id),
    unique (coop_id, till_id, number),
    unique (coop_id, till_id, day),
    foreign key (coop_id, till_id) references accounts.till
);
create index closing_store on tills.closing (coop_id, store_id, day desc);

create table tills.closing_sum (
    coop_id text not null,
    closing_id uuid not null,
    kind text not null check (kind in ('charge', 'payment', 'refund', 'void')),
    acts int not null check (acts > 0),
    money_yen bigint not null check (money_yen >= 0),
    points bigint not null check (points >= 0),
    primary key (coop_id, closing_id, kind),
    foreign key (coop_id, closing_id) references tills.closing
);

-- 現金の実査: a second count is another row, so that the first one stays to be seen
create table tills.cash_count (
    coop_id text not null,
    closing_id uuid not null,
    count_id uuid not null,
    counted_yen bigint not null check (counted_yen >= 0),
    note text not null,
    staff_id uuid not null,
    counted_at timestamptz not null,
    primary key (coop_id, closing_id, count_id),
    foreign key (coop_id, closing_id) references tills.closing
);

create function tills.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or removed', tg_table_name;
end $$;
create trigger closing_stays before update or delete on tills.closing for each row execute function tills.refuse_change();
create trigger closing_sum_stays before update or delete on tills.closing_sum for each row execute function tills.refuse_change();
create trigger cash_count_stays before update or delete on tills.cash_count for each row execute function tills.refuse_change();
