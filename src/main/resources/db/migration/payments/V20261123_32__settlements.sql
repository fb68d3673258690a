-- What the processor says it has taken for us (精算データ), by its own name of the order: held against our rows. A later file has the last word.
create table payments.settlement_line (
    coop_id text not null references policies.coop,
    gateway_order text not null,
    amount_yen bigint not null check (amount_yen >= 0),
    settled_at timestamptz not null,
    taken_at timestamptz not null,
    taken_by uuid not null,
    primary key (coop_id, gateway_order)
);
