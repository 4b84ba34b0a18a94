CREATE TABLE t (
    m ENUM('sad','it''s ok') NOT NULL DEFAULT 'sad'
);

ALTER TABLE t ADD COLUMN n ENUM('sad','it''s ok');

CREATE TABLE s.u (
    m ENUM('A','B')
);
