-- An extra rest of the net supermarket, announced beforehand (N-HOUR-1); one that was withdrawn did not come to be, or ended then.
create table stores.closure (
    coop_id text not null references policies.coop,
    closure_id uuid not null,
    closed_from timestamptz not null,
    closed_until timestamptz not null,
    reason text not null,
    announced_at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (coop_id, closure_id),
    check (closed_from < closed_until)
);
create index closure_coming on stores.closure (coop_id, closed_until) where withdrawn_at is null;
