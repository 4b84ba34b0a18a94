CREATE INDEX ix ON t (lower(a));

CREATE INDEX ix ON t (lower(a), b);

CREATE INDEX ix ON t (coalesce(a, 'x'));

CREATE INDEX ix ON t (a + 1);
