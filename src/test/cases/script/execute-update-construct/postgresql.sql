UPDATE t SET a=1;

UPDATE t SET a=2 WHERE t.b = 'x';

UPDATE t SET b='y' WHERE t.a IS NULL;
