-- N-DRIVE-1: slots whose goods members fetch at the store.
alter table stores.slot add column drive_through boolean not null default false;
