UPDATE t SET a='y' WHERE t.a = 'x';
