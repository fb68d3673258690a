create schema catalog;

-- How often the catalogue of a co-op has changed: every node sees by it that its search index is old.
create table catalog.edition (
    coop_id text not null references policies.coop,
    edition bigint not null,
    primary key (coop_id)
);

create table catalog.category (
    coop_id text not null references policies.coop,
    code text not null check (code ~ '^[a-z][a-z0-9-]{1,30}$'),
    name text not null,
    position int not null,
    icon text not null,
    primary key (coop_id, code)
);

create table catalog.product (
    coop_id text not null references policies.coop,
    jan text not null check (jan ~ '^[0-9]{13}$'),
    name text not null,
    reading text not null,
    maker text not null,
    category text not null,
    unit text not null,
    tax_class text not null check (tax_class in ('standard', 'reduced')),
    max_per_order int check (max_per_order > 0),
    sold_by_weight boolean not null,
    alcohol boolean not null,
    shelf text not null,
    picture text not null,
    primary key (coop_id, jan),
    foreign key (coop_id, category) references catalog.category
);
-- The pages of a category, in the order of the shelves.
create index product_shelf on catalog.product (coop_id, category, shelf, jan);

-- What a product costs where and when. On a day a store's own lines come before those of all stores ('*'),
-- and of lines of the same kind the one that began last counts.
create table catalog.price (
    coop_id text not null,
    jan text not null,
    store_id text not null,
    valid_from date not null,
    valid_to date,
    price_mode text not null check (price_mode in ('incl', 'excl')),
    price_yen bigint not null check (price_yen > 0),
    primary key (coop_id, jan, store_id, valid_from),
    foreign key (coop_id, jan) references catalog.product,
    check (valid_to >= valid_from)
);
-- Prices for some days only: what the flyer shows.
create index price_limited on catalog.price (coop_id, valid_to, valid_from) where valid_to is not null;
