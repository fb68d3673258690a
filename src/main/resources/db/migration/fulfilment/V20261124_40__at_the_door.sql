-- How the age of whoever receives alcohol was checked (N-ALC-1), and whether the alcohol went back because it could not be.
alter table fulfilment.delivery
    add column age_check text not null default 'not_asked' check (age_check in ('not_asked', 'papers_seen', 'evident')),
    add column alcohol_kept_at timestamptz,
    add column alcohol_kept_by uuid,
    add check ((alcohol_kept_at is null) = (alcohol_kept_by is null));
update fulfilment.delivery set age_check = 'papers_seen' where age_checked;
alter table fulfilment.delivery drop column age_checked;
