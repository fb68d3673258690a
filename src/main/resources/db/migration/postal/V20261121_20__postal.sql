create schema postal;

-- Japan Post's table of postal codes (郵便番号). Public data of the nation, the same for every co-op: the one table without coop_id.
-- town is '' where a code means a whole municipality; an office's own code (大口事業所個別番号) has its name and street.
create table postal.town (
    code text not null check (code ~ '^[0-9]{7}$'),
    city_code text not null,
    prefecture text not null,
    city text not null,
    town text not null,
    prefecture_reading text not null,
    city_reading text not null,
    town_reading text not null,
    office_street text not null,
    office_name text not null,
    primary key (code, city_code, town, office_name)
);
create index town_prefecture on postal.town (prefecture);

-- Where the table came from: one row. What staff imported is never overwritten by what the program carries.
create table postal.source (
    only_one boolean primary key default true check (only_one),
    origin text not null check (origin in ('bundled', 'imported')),
    stamp text not null,
    filled_at timestamptz not null
);
