-- How many of those who wait may have the places that are kept for some (X-SLOT-2): they do not wait behind the others.
alter table stores.slot
    add column waiting_first int not null default 0,
    add constraint waiting_first_within check (waiting_first between 0 and waiting);
