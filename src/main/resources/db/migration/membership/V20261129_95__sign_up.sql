-- Whose address is this? Asked by whoever signs up by the address that the co-op knows (U-SIGN-2).
create index invitation_email on membership.invitation (coop_id, lower(email));
