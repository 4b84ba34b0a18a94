-- Variables of MySQL: they live in the session and leave the schema as it is.
CREATE TABLE t (id int PRIMARY KEY, n int);
SET @number = 0;
SET @a := 1, @b = @a + 1;
SET @@session.sql_mode = 'ANSI';
SET @total = (SELECT count(*) FROM t);
SET @what = my_function(1);
UPDATE t SET n = (@number := @number + 1) ORDER BY id;
SELECT @number := 5;
SELECT max(n) INTO @largest FROM t;
SELECT id, n INTO @first, @second FROM t LIMIT 1;
