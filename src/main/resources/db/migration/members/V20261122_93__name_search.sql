-- Searching by any part of a name, from one sign on: every sign and every two neighbours, each with the co-op's code. Trigrams
-- would need an extension that not every PostgreSQL has, and find nothing by the two signs that many names are written with.
create function members.name_grams(coop_id text, name text) returns text[]
    language sql immutable strict parallel safe as $$
    select array(
        select coop_id || ':' || substr(name, at, length)
        from generate_series(1, char_length(name)) at, generate_series(1, 2) length)
$$;
create index member_name on members.member using gin (members.name_grams(coop_id, name_search));
