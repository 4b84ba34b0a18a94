CREATE TABLE t (
    mood mood
);
