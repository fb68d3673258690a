-- The payments that the desk may mean when it takes one back: by their sum, whoever sent them.
create index receipt_of_sum on billing.receipt (coop_id, amount_yen) where not taken_back;
