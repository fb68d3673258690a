-- One more wish for short goods: something out of the member's favourites (X-PICK-1).
alter table substitution.cart_wish drop constraint cart_wish_kind_check;
alter table substitution.cart_wish add constraint cart_wish_kind_check
    check (kind in ('none', 'same_maker', 'my_list', 'up_to', 'ask'));
alter table substitution.line_wish drop constraint line_wish_kind_check;
alter table substitution.line_wish add constraint line_wish_kind_check
    check (kind in ('none', 'same_maker', 'my_list', 'up_to', 'ask'));
