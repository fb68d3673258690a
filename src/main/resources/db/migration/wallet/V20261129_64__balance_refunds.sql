-- 払戻し of e-money that members have charged: forbidden but for the reasons of the law (資金決済法第20条第5項), each written down.
create table wallet.balance_refund (
    coop_id text not null,
    posting_id uuid not null,
    wallet_id uuid not null,
    reason text not null check (reason in ('moved', 'abroad', 'died', 'left', 'small')),
    note text not null,
    amount_yen bigint not null check (amount_yen >= 0),
    refunded_on date not null,
    refunded_at timestamptz not null,
    refunded_by uuid not null,
    primary key (coop_id, posting_id),
    foreign key (coop_id, wallet_id) references wallet.wallet
);
create index balance_refund_day on wallet.balance_refund (coop_id, refunded_on);
create trigger balance_refund_stays before update or delete on wallet.balance_refund
    for each row execute function wallet.refuse_change();
