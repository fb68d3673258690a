-- A transfer that the bank took back is meant by no second reversal; one that the desk has set aside still may be.
alter table billing.receipt add column taken_back boolean not null default false;
update billing.receipt r set taken_back = true
where state = 'set_aside' and used_yen = 0 and kind = 'transfer' and remark like '%に銀行が取り消しました';
