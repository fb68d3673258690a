-- What members of a shop write about: a product they miss (N-CAT-4), and goods that came damaged, wrong or not at all (N-RET-2).
alter table membership.request drop constraint request_kind_check;
alter table membership.request add constraint request_kind_check
    check (kind in ('workplace', 'retirement', 'product_wish', 'goods_trouble', 'inquiry'));
