-- Searching by any part of a name of two signs or more: every two neighbours, each with the co-op's code. Trigrams would need an
-- extension that not every PostgreSQL has, and find nothing by the two signs that many names are written with.
create function members.name_grams(coop_id text, name text) returns text[]
    language sql immutable strict parallel safe as $$
    select array(select coop_id || ':' || substr(name, at, 2) from generate_series(1, char_length(name) - 1) at)
$$;
create index member_name on members.member using gin (members.name_grams(coop_id, name_search));
