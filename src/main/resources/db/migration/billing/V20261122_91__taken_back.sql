-- A transfer that the bank took back: a settlement below nought takes back what it had settled.
alter table billing.settlement
    drop constraint settlement_amount_yen_check,
    drop constraint settlement_kind_check,
    drop constraint settlement_check,
    add check (kind in ('receipt', 'shares', 'reversal')),
    add check ((kind = 'shares') = (receipt_id is null)),
    add check (amount_yen <> 0 and (kind = 'reversal') = (amount_yen < 0));
create index settlement_of_receipt on billing.settlement (coop_id, receipt_id) where receipt_id is not null;
-- What a reversal says of its transfer.
create index receipt_transfer on billing.receipt (coop_id, payer_number, amount_yen) where kind = 'transfer';
