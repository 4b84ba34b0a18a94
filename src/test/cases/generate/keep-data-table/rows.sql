INSERT INTO shelf (room) VALUES ('a'), ('b');
INSERT INTO box (code, size, packed, shelf_id) VALUES ('x', 'SMALL', '2026-01-02', 2), ('y', 'LARGE', '2026-01-03', NULL);
INSERT INTO thing (name, box_code, weight) VALUES ('pen', 'x', 0.5), ('cup', NULL, 1.5)
