CREATE TABLE t (
    mood VARCHAR(4)
);

CREATE TABLE u (
    mood VARCHAR(20), 
    CONSTRAINT mood CHECK (mood IN ('sad', 'glad'))
);
