alter table accounts.account add column last_sign_in_at timestamptz;
comment on column accounts.account.last_sign_in_at is 'Of staff only: members see their own sign-ins, nobody else does.';

-- A password that was handed out opens one thing: the page where its owner chooses another.
alter table accounts.mail_proof drop constraint mail_proof_purpose_check;
alter table accounts.mail_proof add constraint mail_proof_purpose_check
    check (purpose in ('registration', 'recovery', 'email_change', 'proof', 'representation', 'first_password'));
