CREATE INDEX ix ON t (a, b);

CREATE INDEX ix ON t (a, b);

CREATE INDEX ix ON t (a) WITH PARSER ngram;

CREATE UNIQUE INDEX ix ON t (a) USING hash;
