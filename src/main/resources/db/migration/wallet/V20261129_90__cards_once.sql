-- A card comes over once (U-WAL-6), whatever day a later file is cut on.
create unique index migration_line_card on wallet.migration_line (coop_id, card);
