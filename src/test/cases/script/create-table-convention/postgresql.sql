CREATE TABLE t (
    id SERIAL NOT NULL, 
    a INTEGER, 
    b INTEGER, 
    CONSTRAINT pk_t PRIMARY KEY (id), 
    CONSTRAINT ck_t_pos CHECK (a > 0), 
    CONSTRAINT final_name CHECK (b > 0), 
    CONSTRAINT uq_ab UNIQUE (a, b), 
    CONSTRAINT fk_t_b_o FOREIGN KEY(b) REFERENCES o (id), 
    CONSTRAINT uq_t_a UNIQUE (a), 
    CONSTRAINT fk_t_a_o FOREIGN KEY(a) REFERENCES o (id)
);

CREATE INDEX ix_t_b ON t (b);
