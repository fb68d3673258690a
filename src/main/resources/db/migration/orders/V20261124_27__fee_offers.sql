-- The offer that a version's delivery fee comes from, as it was agreed: its name, the goods that it asks for, the fee without it.
alter table orders.order_version
    add column fee_offer text,
    add column fee_offer_least_yen bigint,
    add column fee_ordinary_yen bigint,
    add constraint fee_offer_whole check ((fee_offer is null) = (fee_offer_least_yen is null)
        and (fee_offer is null) = (fee_ordinary_yen is null));
