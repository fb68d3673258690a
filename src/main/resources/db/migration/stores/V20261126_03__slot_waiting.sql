-- Members who wait for a place of a full slot (X-SLOT-2): what comes free is theirs first. Who they are stands with the orders.
alter table stores.slot add column waiting int not null default 0 check (waiting >= 0);
