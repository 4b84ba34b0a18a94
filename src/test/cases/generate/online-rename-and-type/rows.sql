INSERT INTO hero (name, badge, room) VALUES ('ann', 7, 1), ('cy', -12, NULL)
