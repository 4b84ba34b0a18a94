ALTER TABLE t ADD COLUMN mood ENUM('sad','glad');
