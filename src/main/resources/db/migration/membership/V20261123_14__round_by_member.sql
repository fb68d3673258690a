-- How far a round has come is told by the members that it has looked at: to_do counts them all, whoever gets a mail.
alter table membership.invitation_round add column looked_at int not null default 0;
update membership.invitation_round set looked_at = to_do where done_at is not null;
