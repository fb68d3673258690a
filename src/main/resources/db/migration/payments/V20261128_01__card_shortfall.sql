-- What a card has not paid of a final amount, as people settled it: once, with what was taken and what became of the rest.
create table payments.card_shortfall (
    coop_id text not null,
    payable_ref text not null,
    captured_yen bigint not null check (captured_yen >= 0),
    rest_yen bigint not null check (rest_yen > 0),
    way text not null check (way in ('counter', 'written_off')),
    reason text not null check (reason <> ''),
    settled_at timestamptz not null,
    settled_by uuid not null,
    primary key (coop_id, payable_ref),
    foreign key (coop_id, payable_ref) references payments.payment
);
