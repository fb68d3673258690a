-- What the scale showed for all pieces of a line together (N-PICK-4).
alter table fulfilment.pick
    add column grams int check (grams > 0);
