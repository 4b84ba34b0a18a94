a or b and not c
not not a
a < b <= c != d == e > f >= g
a is b is not c in d not in e
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
-a ** -b ** ~c
+a
(a + b) * c
a - b - c
a ** b ** c
await_ ** 2
a if b else c if d else e
a or b if c and d else not e
async def f(): return await a ** 2 + -await b.c()
x = (a) + (b)
x = (a)(b)
x = ((a)).b
x = not (a)
