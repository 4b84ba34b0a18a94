1_
0x
0b12
0o8
1e+
1.5abc
12abc
0777
x = '\x4'
x = '\u12'
x = '\U12345678'
x = '\N{no such name}'
x = b'\x4'
x = b'é'
x = 'a' b'b'
x = €
x = a²
x = $
x = a ? b
x = a !b
x = \ 1
x = 1
