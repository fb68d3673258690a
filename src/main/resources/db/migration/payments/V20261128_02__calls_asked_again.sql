-- Under which key a call went out, so that the processor knows one that is asked again.
alter table payments.gateway_call add column idempotency_key uuid;

-- A removed card that the processor did not forget is asked for again later.
alter table payments.kept_card add column forget_after timestamptz;
