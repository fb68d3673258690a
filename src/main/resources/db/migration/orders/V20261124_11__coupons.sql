-- What a coupon took off a version of an order, tax included and each rate apart; coupon_lines of one for single goods.
alter table orders.order_version
    add column coupon_id uuid,
    add column coupon_title text,
    add column coupon_scope text check (coupon_scope in ('goods', 'lines', 'fee')),
    add column coupon_lines int[],
    add column coupon_standard_yen bigint check (coupon_standard_yen >= 0),
    add column coupon_reduced_yen bigint check (coupon_reduced_yen >= 0),
    add constraint coupon_whole check (
        num_nulls(coupon_id, coupon_title, coupon_scope, coupon_lines, coupon_standard_yen, coupon_reduced_yen) in (0, 6)
    );
