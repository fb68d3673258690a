-- Who did something is named as they were called then: a closed account has no name any more, what it did keeps one.
alter table accounts.audit add column actor_name text not null default '';
update accounts.audit a set actor_name = b.display_name
from accounts.account b where b.coop_id = a.coop_id and b.account_id::text = a.actor;
alter table accounts.representation add column accepted_name text not null default '';
update accounts.representation r set accepted_name = b.display_name
from accounts.account b where b.coop_id = r.coop_id and b.account_id = r.representative_id;
