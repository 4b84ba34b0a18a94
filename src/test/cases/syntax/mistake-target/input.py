f() = 1
1 = x
None = 1
a + b = c
(a, 1) = b
[a, f()] = b
x = 1 = y
a += b += c
(a, b) += 1
f() += 1
(a, b): int = 1
[a]: int
f(): int
del f()
del (a, 1)
for 1 in x: pass
for f() in x: pass
with a as 1: pass
(x := 1) = 2
(a.b := 1)
{a: 1} = x
a if b else c = 1
*a += 1
yield = 1
x = yield = 1
