-- What was announced and never heard, however often: kept for those who operate, who may announce it again (docs/operators.md).
create table events.given_up (
    id uuid primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    attempts int not null,
    given_up_at timestamptz not null
);
