-- N-DRIVE-1: the order goes to a place at the store, which has no postal code of its own.
alter table orders.order_version
    add column drive_through boolean not null default false,
    add constraint fetched_by_card check (not drive_through or payment_method = 'card'),
    add constraint fetched_at_no_door check (not drive_through or not leave_at_door);
