CREATE TABLE s.t (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);

COMMENT ON TABLE s.t IS 'all of them';

COMMENT ON COLUMN s.t.id IS 'the key';
