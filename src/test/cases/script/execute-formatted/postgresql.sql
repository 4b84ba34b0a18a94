UPDATE t SET a = 1;

UPDATE t SET a = 2;

UPDATE t SET a = 3;

UPDATE t SET a = 4;
