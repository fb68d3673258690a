-- 未入金の出資金, a page at a time: in the order of the list.
drop index members.share_bill_open;
create index share_bill_open on members.share_bill (coop_id, pay_by, bill_id) where void_at is null and paid_yen < amount_yen;
