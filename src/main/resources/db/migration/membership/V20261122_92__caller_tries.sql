-- 電話でのご本人の確認: wrong tries since the first of them, by member and by member of staff (subject).
create table membership.caller_try (
    coop_id text not null references policies.coop,
    subject uuid not null,
    wrong int not null check (wrong >= 0),
    since timestamptz not null,
    primary key (coop_id, subject)
);
