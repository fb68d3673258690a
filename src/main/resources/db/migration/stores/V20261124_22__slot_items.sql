-- How many pieces of goods a slot can be picked (X-SLOT-3), beside its orders; null: as many as its orders have.
alter table stores.slot
    add column most_items int check (most_items >= 0),
    add column items int not null default 0 check (items >= 0),
    add constraint items_within check (items <= most_items);
