CREATE TABLE t (
    mood ENUM('sad','glad') NOT NULL DEFAULT 'sad'
);
