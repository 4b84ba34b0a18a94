0, 00, 0_0
1, 1_000_000
0xFf, 0X_ff, 0o17, 0O1_7, 0b101, 0B_1
1.5, 1., .5, 1e10, 1E-5, 1_0.0_1e1_0, 0.0, 00.5, 09.5, 1e400, 5e-324
1j, 1.5J, 1e3j, 0j, 09j, .5j
12345678901234567890123456789
0xffffffffffffffffffffffff
1if x else 2
0xfor x
1 .real
1..real
[1for x in y]
