INSERT INTO account (tenant, number) VALUES (1, 1), (2, 3);
INSERT INTO booking (tenant, account) VALUES (1, 1), (2, 3), (NULL, NULL)
