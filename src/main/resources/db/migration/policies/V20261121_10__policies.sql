create schema policies;

-- A co-op (生協) of this installation. Its code stands in every key and in every address of its pages.
create table policies.coop (
    coop_id text primary key check (coop_id ~ '^[a-z][a-z0-9-]{1,30}$'),
    name text not null,
    short_name text not null,
    accent text not null check (accent ~ '^#[0-9a-f]{6}$')
);

-- A value holds from its day until the next one: no gap and no overlap can be written. Insert only.
create table policies.value (
    coop_id text not null references policies.coop,
    name text not null,
    scope text not null default '',
    valid_from date not null,
    value jsonb not null,
    decided_by text not null,
    reason text not null,
    recorded_at timestamptz not null,
    primary key (coop_id, name, scope, valid_from)
);
create function policies.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'policies.value is insert only';
end $$;
create trigger value_is_insert_only before update or delete on policies.value
    for each row execute function policies.refuse_change();
