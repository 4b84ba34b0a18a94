INSERT INTO o SELECT g, 'c' || g FROM generate_series(1, 50) AS g;
INSERT INTO t (id, a, v, x, c, n, n0, ts, ts3, tz, dt, tm, iv, s, r, dp, j, jb, b, u, m, ci, va, ia, ev, pv, cv, p, f, pd, tx)
  SELECT g, g, 'v' || g, '1', 'c', 1.5, 2, now(), now(), now(), now(), now(), '1 day', g, 1, 1, '{}', '{}', true, '00000000-0000-0000-0000-000000000001', 'ok', '10.0.0.0/8', '{a}', '{1}', 'E', 'p', 'x', g, g, 1, now()
  FROM generate_series(1, 50) AS g;
INSERT INTO child SELECT g, g, g FROM generate_series(1, 50) AS g;
INSERT INTO seen SELECT g, 'n' FROM generate_series(1, 50) AS g;
INSERT INTO dom SELECT g, g FROM generate_series(1, 50) AS g;
INSERT INTO part SELECT g, 'n' FROM generate_series(1, 50) AS g;
INSERT INTO split SELECT g * 5, 'n' FROM generate_series(1, 50) AS g WHERE g * 5 NOT BETWEEN 200 AND 400;
INSERT INTO loose SELECT g + 200, 'n' FROM generate_series(1, 50) AS g;
INSERT INTO fitting SELECT g + 200, 'n' FROM generate_series(1, 50) AS g;
INSERT INTO base SELECT g, 'n' FROM generate_series(1, 50) AS g;
INSERT INTO heir SELECT g, 'n', g FROM generate_series(1, 50) AS g;
INSERT INTO quick SELECT g, 'n' FROM generate_series(1, 50) AS g;
INSERT INTO note SELECT g, 'b', 'k' FROM generate_series(1, 50) AS g;
REFRESH MATERIALIZED VIEW totals;
