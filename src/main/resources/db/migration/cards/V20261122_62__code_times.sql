-- Times instead of steps: a step means another time once a co-op decides on longer or shorter codes.
alter table cards.card rename column last_step to last_code_at;
comment on column cards.card.last_code_at is
    'when the last code began that a till has taken, in seconds since 1970: neither it nor an earlier one is taken again';
update cards.card set last_code_at = last_code_at * 30;
