-- Who has paid in and has no My Page, in the order in which they are invited.
create index member_without_account on members.member (coop_id, member_id) where state = 'joined' and account_id is null;
