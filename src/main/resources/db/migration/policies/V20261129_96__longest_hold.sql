-- Holds of a slot have an end however often they are renewed: where nobody decided it, with the first one.
update policies.value set value = value || jsonb_build_object('longest', value -> 'lasts')
where name = 'orders.slot-hold' and not value ? 'longest';
