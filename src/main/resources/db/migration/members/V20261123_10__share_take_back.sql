-- A payment of share capital whose money is gone again (お払込みの取消し) is another posting, the other way round.
alter table members.share_posting
    drop constraint share_posting_kind_check,
    add check (kind in ('subscribe', 'collect', 'pay_in', 'take_back', 'cancel', 'reduce', 'pay_back', 'opening'));
