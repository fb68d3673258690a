-- What a member who raises children has told, so that a store can keep places of its slots for them (X-SLOT-2).
alter table members.member add column youngest_child date;
