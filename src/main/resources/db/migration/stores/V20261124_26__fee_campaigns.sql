-- 配達手数料の割引 (N-FEE-1): another fee for some days, a slot, or goods of so much. Never changed, only withdrawn.
create table stores.fee_campaign (
    coop_id text not null,
    store_id text not null,
    campaign_id uuid not null,
    name text not null,
    first_day date not null,
    last_day date not null,
    slot_no int check (slot_no > 0),
    least_goods_yen bigint not null check (least_goods_yen >= 0),
    fee_yen bigint not null check (fee_yen >= 0),
    withdrawn_at timestamptz,
    primary key (coop_id, store_id, campaign_id),
    foreign key (coop_id, store_id) references stores.store,
    check (first_day <= last_day)
);
