INSERT INTO account (number, tenant) VALUES (1, 1), (3, 2);
INSERT INTO booking (tenant, account) VALUES (1, 1), (2, 3), (NULL, NULL)
