create schema billing;

-- Who is billed, with the number (お客様番号) that banks send back with a payment. Numbers are never given twice.
create table billing.payer (
    coop_id text not null,
    member_id uuid not null,
    payer_number bigint generated always as identity (start with 10000001),
    primary key (coop_id, member_id),
    foreign key (coop_id, member_id) references members.member
);
create unique index payer_number on billing.payer (coop_id, payer_number);

-- 締め: one row for each closing day, with how far it has come. Batches go through the members in the order of their ids;
-- after_member is where the next one begins, so that a killed closing goes on where it was.
create table billing.closing (
    coop_id text not null references policies.coop,
    closed_on date not null,
    pay_by date not null check (pay_by >= closed_on),
    begun_at timestamptz not null,
    done_at timestamptz,
    after_member uuid,
    members_to_do int not null default 0,
    members_done int not null default 0,
    lines_done bigint not null default 0,
    total_yen bigint not null default 0,
    primary key (coop_id, closed_on)
);

-- 請求明細: one for a member and a closing day, never changed afterwards. A correction is a line of a later one.
create table billing.statement (
    coop_id text not null,
    member_id uuid not null,
    closed_on date not null,
    pay_by date not null,
    payer_name text not null,
    lines int not null check (lines > 0),
    total_yen bigint not null,
    issued_at timestamptz not null,
    primary key (coop_id, member_id, closed_on),
    foreign key (coop_id, member_id) references billing.payer,
    foreign key (coop_id, closed_on) references billing.closing
);
create index statement_of_closing on billing.statement (coop_id, closed_on);

-- One amount to be billed, or to be given back. It waits (closed_on is null) until a closing takes it.
create table billing.line (
    coop_id text not null,
    line_id uuid not null,
    member_id uuid not null,
    line_key text not null,
    source text not null check (source ~ '^[a-z-]+$'),
    day date not null,
    wording text not null,
    amount_yen bigint not null check (amount_yen <> 0),
    tax_class text check (tax_class in ('standard', 'reduced')),
    tax_percent int not null check (tax_percent between 0 and 100),
    added_at timestamptz not null,
    closed_on date,
    primary key (coop_id, line_id),
    unique (coop_id, line_key),
    foreign key (coop_id, member_id) references billing.payer,
    foreign key (coop_id, member_id, closed_on) references billing.statement,
    check (tax_class is not null or tax_percent = 0)
);
create index line_waiting on billing.line (coop_id, member_id, day) where closed_on is null;
create index line_of_statement on billing.line (coop_id, member_id, closed_on) where closed_on is not null;

-- What a statement still wants: the statement itself stays as it is.
create table billing.due (
    coop_id text not null,
    member_id uuid not null,
    closed_on date not null,
    pay_by date not null,
    amount_yen bigint not null check (amount_yen >= 0),
    settled_yen bigint not null default 0 check (settled_yen between 0 and amount_yen),
    primary key (coop_id, member_id, closed_on),
    foreign key (coop_id, member_id, closed_on) references billing.statement
);
create index due_open on billing.due (coop_id, pay_by, member_id, closed_on) where settled_yen < amount_yen;
create index due_of_member on billing.due (coop_id, member_id) where settled_yen < amount_yen;

create function billing.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or removed: a correction is another line', tg_table_name;
end $$;
create function billing.only_close() returns trigger language plpgsql as $$
begin
    if old.closed_on is not null or new.closed_on is null
        or (to_jsonb(new) - 'closed_on') is distinct from (to_jsonb(old) - 'closed_on') then
        raise exception 'a line of a statement never changes: a correction is another line';
    end if;
    return new;
end $$;
create trigger statement_stays before update or delete on billing.statement
    for each row execute function billing.refuse_change();
create trigger statement_whole before truncate on billing.statement
    for each statement execute function billing.refuse_change();
create trigger line_closes before update on billing.line
    for each row execute function billing.only_close();
create trigger line_stays before delete on billing.line
    for each row execute function billing.refuse_change();
create trigger line_whole before truncate on billing.line
    for each statement execute function billing.refuse_change();
