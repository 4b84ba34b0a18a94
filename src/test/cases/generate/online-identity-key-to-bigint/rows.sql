INSERT INTO shop.orders (amount) VALUES (5), (6);
INSERT INTO shop.lines (order_id) VALUES (2)
