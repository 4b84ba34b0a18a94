CREATE TABLE IF NOT EXISTS s.t (
    id UUID NOT NULL, 
    PRIMARY KEY (id)
);

COMMENT ON TABLE s.t IS 'a table';

CREATE TABLE u (
    id UUID DEFAULT gen_random_uuid() NOT NULL, 
    n INTEGER, 
    PRIMARY KEY (id)
);

COMMENT ON COLUMN u.n IS 'a column';

CREATE TABLE p (
    id BIGSERIAL NOT NULL, 
    PRIMARY KEY (id)
)
 PARTITION BY RANGE (id);
