-- 書面・窓口での加入 and 脱退: members who joined by the co-op's form, and those who have left, whose rows the books need.
alter table members.member drop constraint member_joining_check;
alter table members.member add constraint member_joining_check check (joining in ('web', 'in_person', 'existing', 'desk'));
alter table members.member drop constraint member_state_check;
alter table members.member add constraint member_state_check check (state in ('applied', 'joined', 'left'));
alter table members.member drop constraint member_check;
alter table members.member add constraint member_joined check (state = 'left' or (state = 'joined') = (joined_at is not null));
create index member_phone on members.member (coop_id, phone);
create index member_birth_date on members.member (coop_id, birth_date);
