-- What is given back of a payment that was taken (返金): to the card through the processor, or in cash over the counter.
-- A refund is asked for once under its id; done_at says when the money was on its way or in the member's hands.
create table payments.refund (
    coop_id text not null,
    refund_id uuid not null,
    payable_ref text not null,
    method text not null check (method in ('cash_on_delivery', 'card')),
    amount_yen bigint not null check (amount_yen > 0),
    reason text not null,
    asked_at timestamptz not null,
    asked_by uuid not null,
    done_at timestamptz,
    done_by uuid,
    primary key (coop_id, refund_id),
    foreign key (coop_id, payable_ref) references payments.payment,
    check (method = 'cash_on_delivery' or done_by is null),
    check (method = 'card' or (done_at is null) = (done_by is null))
);
create index refund_of_payment on payments.refund (coop_id, payable_ref);
create index refund_waiting on payments.refund (coop_id, asked_at) where done_at is null;
