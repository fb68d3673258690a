-- Which product a line was about, so that shortages can be counted by product.
alter table fulfilment.pick add column jan text;
update fulfilment.pick p set jan = (
    select l.jan from orders.order_line l
    where l.coop_id = p.coop_id and l.order_id = p.order_id and l.line_no = p.line_no
    order by l.version limit 1);
alter table fulfilment.pick alter column jan set not null;
create index delivery_day on fulfilment.delivery (coop_id, day);

-- 品切れが多い商品: counted every night from what pickers found in the days before; only those that the policy calls so.
create table fulfilment.often_short (
    coop_id text not null,
    store_id text not null,
    jan text not null,
    ordered int not null check (ordered > 0),
    short int not null check (short between 1 and ordered),
    primary key (coop_id, store_id, jan),
    foreign key (coop_id, store_id) references stores.store
);
