-- refused

-- refused

ALTER TABLE t ADD COLUMN c INTEGER;
