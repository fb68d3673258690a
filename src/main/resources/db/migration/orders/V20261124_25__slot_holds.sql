-- Until when the place of the chosen slot is held for the member; null: none is (any more).
alter table orders.delivery_choice
    add column held_until timestamptz,
    add constraint held_with_slot check (held_until is null or day is not null);
create index delivery_choice_held on orders.delivery_choice (held_until) where held_until is not null;
