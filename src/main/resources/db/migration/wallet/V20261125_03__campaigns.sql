-- キャンペーン as data. The terms never change once planned; granted is what came out of the budget, and the table itself
-- refuses one point beyond it.
create table wallet.campaign (
    coop_id text not null references policies.coop,
    code text not null check (code ~ '^[a-z0-9-]{1,40}$'),
    terms jsonb not null,
    budget_yen bigint check (budget_yen > 0),
    granted_yen bigint not null default 0 check (granted_yen >= 0),
    planned_by uuid,
    planned_at timestamptz not null,
    primary key (coop_id, code),
    check (granted_yen <= budget_yen)
);

-- What one wallet has out of a campaign, less what was taken back. Batches add to it, so that no check can stand on a row:
-- the daily proof adds it up anew.
create table wallet.campaign_share (
    coop_id text not null,
    wallet_id uuid not null,
    code text not null,
    granted_yen bigint not null,
    primary key (coop_id, wallet_id, code),
    foreign key (coop_id, code) references wallet.campaign
);
