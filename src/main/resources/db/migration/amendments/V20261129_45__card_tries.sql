-- A card that is asked before an order in cash turns into one by card (N-ORD-6): for which order, draft and revision.
-- What became of it stands with the payments, under the try's name.
create table amendments.card_try (
    coop_id text not null,
    try_id uuid not null,
    order_id uuid not null,
    draft_id uuid not null,
    revision text not null,
    begun_at timestamptz not null,
    primary key (coop_id, try_id),
    foreign key (coop_id, order_id) references orders.customer_order
);
create index card_try_of_order on amendments.card_try (coop_id, order_id);
