INSERT INTO account (tenant) VALUES (1), (2);
INSERT INTO booking (tenant, account) VALUES (1, 1), (2, 3), (NULL, NULL)
