INSERT INTO "user" DEFAULT VALUES;
INSERT INTO "user" DEFAULT VALUES;
INSERT INTO setting (user_id, theme) VALUES (2, 'dark')
