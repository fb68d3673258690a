create schema payments;

-- What is owed for one payable thing (an order), by one way of payment.
create table payments.payment (
    coop_id text not null references policies.coop,
    payable_ref text not null,
    method text not null check (method in ('cash_on_delivery')),
    amount_yen bigint not null check (amount_yen >= 0),
    state text not null check (state in ('due', 'collected', 'void')),
    settled_at timestamptz,
    settled_by uuid,
    primary key (coop_id, payable_ref),
    check ((state = 'due') = (settled_at is null)),
    check ((state = 'collected') = (settled_by is not null))
);
