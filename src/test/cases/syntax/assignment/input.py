a = 1
a = b = c, d = 1, 2
(a) = [b, *c] = d.e = f[0] = value
x: int
x: int = 1
(x): int = 2
x.y: "Team" = None
x[0]: list[int] = yield
*a, b = 1, *c
a = yield
a = yield from b
x += 1
x.y **= 2; x[0] //= yield; x @= a, b
x -= 1; x *= 1; x /= 1; x %= 1; x &= 1; x |= 1; x ^= 1; x <<= 1; x >>= 1
