create schema documents;

-- The head of a co-op's register: who adds a paper locks this row, so papers are numbered one after the other without gaps.
create table documents.chain (
    coop_id text not null references policies.coop,
    last_no bigint not null check (last_no >= 0),
    last_seal text not null,
    primary key (coop_id)
);

-- The last number of each kind of paper in a year.
create table documents.series (
    coop_id text not null references policies.coop,
    kind text not null,
    year int not null,
    last_place int not null check (last_place > 0),
    primary key (coop_id, kind, year)
);

-- One paper, never changed and never removed. content is all that it says, as text: its seal covers it to the letter, with
-- the seal of the paper before it.
create table documents.paper (
    coop_id text not null,
    register_no bigint not null check (register_no > 0),
    kind text not null check (kind in ('delivery_note', 'receipt', 'return_invoice')),
    year int not null,
    place int not null check (place > 0),
    paper_number text not null,
    paper_key text not null,
    order_id uuid not null,
    member_id uuid not null,
    about_no bigint,
    exchanges boolean not null,
    issued_at timestamptz not null,
    issued_by uuid,
    supplied_on date not null,
    total_yen bigint not null,
    counterparty text not null,
    counterparty_search text not null,
    keep_until date not null,
    content text not null,
    seal text not null,
    primary key (coop_id, register_no),
    unique (coop_id, kind, year, place),
    unique (coop_id, paper_number),
    unique (coop_id, paper_key),
    foreign key (coop_id, order_id) references orders.customer_order,
    foreign key (coop_id, member_id) references members.member,
    check ((kind = 'delivery_note') = (about_no is null)),
    check (kind = 'receipt' or not exchanges)
);
-- One receipt for a delivery note: a second one would be a second invoice.
create unique index paper_receipt on documents.paper (coop_id, about_no) where kind = 'receipt';
create index paper_of_order on documents.paper (coop_id, order_id);
-- The register is searched by day, amount and counterparty (電子帳簿保存法).
create index paper_day on documents.paper (coop_id, supplied_on, register_no);
create index paper_amount on documents.paper (coop_id, total_yen, supplied_on, register_no);
create function documents.name_grams(coop_id text, name text) returns text[]
    language sql immutable strict parallel safe as $$
    select array(select coop_id || ':' || substr(name, at, 2) from generate_series(1, char_length(name) - 1) at)
$$;
create index paper_counterparty on documents.paper using gin (documents.name_grams(coop_id, counterparty_search));

-- 照合: what reading the whole register again came to, and the seal that its last paper had then.
create table documents.proof (
    coop_id text not null references policies.coop,
    proved_at timestamptz not null,
    papers bigint not null check (papers >= 0),
    last_seal text not null,
    sound boolean not null,
    finding text not null,
    primary key (coop_id, proved_at)
);

create function documents.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or removed: a correction is another paper', tg_table_name;
end $$;
create trigger paper_stays before update or delete on documents.paper
    for each row execute function documents.refuse_change();
create trigger paper_whole before truncate on documents.paper
    for each statement execute function documents.refuse_change();
create trigger proof_stays before update or delete on documents.proof
    for each row execute function documents.refuse_change();
create trigger proof_whole before truncate on documents.proof
    for each statement execute function documents.refuse_change();
