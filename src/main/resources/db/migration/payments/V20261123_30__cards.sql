-- A card is a second way of payment; nobody of the staff collects it.
alter table payments.payment drop constraint payment_method_check;
alter table payments.payment add constraint payment_method_check check (method in ('cash_on_delivery', 'card'));
alter table payments.payment drop constraint payment_check1;
alter table payments.payment add constraint payment_settled_by_check
    check ((state = 'collected' and method = 'cash_on_delivery') = (settled_by is not null));

-- What stands at the card processor for one payable thing, what we wish to stand there, and when it is looked at next.
-- No number of a card is ever here: brand, last four digits and the month of its end are what the processor tells.
create table payments.card_payment (
    coop_id text not null references policies.coop,
    payable_ref text not null,
    member_id uuid not null,
    gateway_order text not null check (length(gateway_order) between 1 and 27),
    access_id text not null default '',
    state text not null check (state in ('asked', 'challenged', 'authorised', 'captured', 'released', 'refused')),
    wish text not null check (wish in ('hold', 'stand', 'capture', 'release')),
    amount_yen bigint not null check (amount_yen >= 0),
    ceiling_yen bigint not null check (ceiling_yen >= 0),
    authorised_yen bigint not null default 0,
    captured_yen bigint not null default 0,
    brand text not null default '',
    last_four text not null default '' check (length(last_four) in (0, 4)),
    keep_card boolean not null,
    challenge_url text not null default '',
    refusal text not null default '',
    trouble text not null default '',
    begun_at timestamptz not null,
    held_until timestamptz not null,
    due_at timestamptz,
    tries int not null default 0,
    primary key (coop_id, payable_ref),
    unique (coop_id, gateway_order)
);
create index card_payment_due on payments.card_payment (due_at) where due_at is not null;
create index card_payment_trouble on payments.card_payment (coop_id) where trouble <> '';

-- One row for each call to the processor: under which key, for what, and what came of it. A call without an answer is unknown.
create table payments.gateway_call (
    coop_id text not null references policies.coop,
    call_id uuid not null,
    subject text not null,
    path text not null,
    request_hash text not null,
    state text not null check (state in ('sent', 'answered', 'unknown')),
    http_status int,
    answer text not null default '',
    sent_at timestamptz not null,
    answered_at timestamptz,
    primary key (coop_id, call_id)
);
create index gateway_call_subject on payments.gateway_call (coop_id, subject, sent_at);

-- A card that the processor keeps for a member (登録済みのカード).
create table payments.kept_card (
    coop_id text not null,
    card_id uuid not null,
    member_id uuid not null,
    gateway_card text not null,
    brand text not null check (brand in ('jcb', 'visa', 'mastercard')),
    last_four text not null check (length(last_four) = 4),
    expires text not null check (expires ~ '^[0-9]{4}-[0-9]{2}$'),
    kept_at timestamptz not null,
    removed_at timestamptz,
    deleted_at timestamptz,
    primary key (coop_id, card_id),
    unique (coop_id, member_id, gateway_card),
    foreign key (coop_id, member_id) references members.member
);
create index kept_card_to_delete on payments.kept_card (removed_at) where removed_at is not null and deleted_at is null;
