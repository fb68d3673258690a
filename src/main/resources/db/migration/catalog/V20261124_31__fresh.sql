-- 生鮮品: goods of these categories are never taken back at the counter (N-RET-1).
alter table catalog.category add column fresh boolean not null default false;
