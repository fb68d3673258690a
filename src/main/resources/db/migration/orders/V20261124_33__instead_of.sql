-- 代わりの品: a line that was put in for another line of the order, which was short (N-PICK-2).
alter table orders.order_line add column instead_of int check (instead_of <> line_no);
