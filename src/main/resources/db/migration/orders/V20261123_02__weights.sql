-- グラム売り: the price of 100 g in the mode of the line, and what the scale showed once it was picked.
alter table orders.order_line
    add column per_100g_yen bigint check (per_100g_yen > 0),
    add column grams int check (grams > 0),
    add constraint grams_of_weighed_goods check (grams is null or per_100g_yen is not null);
