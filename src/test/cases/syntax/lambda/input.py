lambda: 0
lambda x: x
lambda x, /, y=1, *a, z, **k: (x, y)
lambda *, a=1: a
lambda *a, b=2,: lambda: a
x = lambda: (yield)
f(lambda x=lambda: 1: x, key=lambda: 0)
a if b else lambda: c
