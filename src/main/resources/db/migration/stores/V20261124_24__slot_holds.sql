-- Places that members hold while they are at the checkout (X-SLOT-1); whose they are is with their choices of delivery.
alter table stores.slot
    add column held int not null default 0 check (held >= 0),
    add constraint places_within check (taken + held <= capacity);
