-- Since when places of the chosen slot have been held for the member, one hold after the other: they end together (X-SLOT-1).
alter table orders.delivery_choice
    add column held_since timestamptz,
    add constraint held_since_with_hold check (held_until is null or held_since is not null) not valid;
update orders.delivery_choice set held_since = chosen_at where held_until is not null;
alter table orders.delivery_choice validate constraint held_since_with_hold;
