-- Two more things that a mail proves: a new address (N-REG-4), and that it is still the same person (a code at sign-in, or
-- before what only the owner may change).
alter table accounts.mail_proof drop constraint mail_proof_purpose_check;
alter table accounts.mail_proof add constraint mail_proof_purpose_check
    check (purpose in ('registration', 'recovery', 'email_change', 'proof'));
create index mail_proof_account on accounts.mail_proof (coop_id, account_id, purpose) where used_at is null;
