-- 食品表示: what the maker says is in a product. allergens: null when nobody has said, empty when none is in it.
-- The figures of the nutrition keep the places that the label has.
create table catalog.food_label (
    coop_id text not null,
    jan text not null,
    allergens text[],
    nutrition_per text,
    energy_kcal numeric check (energy_kcal >= 0),
    protein_g numeric check (protein_g >= 0),
    fat_g numeric check (fat_g >= 0),
    carbohydrate_g numeric check (carbohydrate_g >= 0),
    salt_g numeric check (salt_g >= 0),
    primary key (coop_id, jan),
    foreign key (coop_id, jan) references catalog.product,
    constraint nutrition_whole check (num_nulls(nutrition_per, energy_kcal, protein_g, fat_g, carbohydrate_g, salt_g) in (0, 6)),
    constraint label_says_something check (allergens is not null or nutrition_per is not null)
);
