-- Whether places were kept for who waits (X-SLOT-2).
alter table orders.slot_wait add column goes_first boolean not null default false;
