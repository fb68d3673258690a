-- 広報担当: writes newsletters and sees no member's data.
alter table accounts.staff_role drop constraint staff_role_role_check;
alter table accounts.staff_role add constraint staff_role_role_check
    check (role in ('picker', 'driver', 'desk', 'editor', 'manager'));
