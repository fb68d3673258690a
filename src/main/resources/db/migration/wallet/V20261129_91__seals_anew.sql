-- Seals take every word of a row in its place from now on, refusals' sentences and actors too. Those made before knew less:
-- the chain begins anew over the same rows.
alter table wallet.seal disable trigger seal_whole;
truncate wallet.seal;
alter table wallet.seal enable trigger seal_whole;
