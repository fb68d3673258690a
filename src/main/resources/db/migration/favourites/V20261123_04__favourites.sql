create schema favourites;

-- お気に入り: by store, so that who moves to another store's area begins anew (N-FAV-1). The product stays known when it is sold no more.
create table favourites.favourite (
    coop_id text not null,
    member_id uuid not null,
    store_id text not null,
    jan text not null,
    added_at timestamptz not null,
    primary key (coop_id, member_id, store_id, jan),
    foreign key (coop_id, member_id) references members.member,
    foreign key (coop_id, jan) references catalog.product
);
