DELETE FROM pg_enum WHERE enumlabel = 'old';
UPDATE pg_catalog.pg_attribute SET atttypmod = 104 WHERE attname = 'a';
SELECT 1 FROM pg_enum;
