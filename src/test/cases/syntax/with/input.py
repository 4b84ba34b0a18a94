with a: pass
with a as b: pass
with a as b, c as d, e: pass
with (a): pass
with (a, b): pass
with (a as b): pass
with (a as b, c,): pass
with (
    a as (b, c),
    d() as e.f,  # why
    g as h[0],
): pass
with (a, b) as c: pass
with (a).b as c: pass
with (a) as b, (c): pass
with (yield): pass
with (yield a, b): pass
with (a := b): pass
with (a := b, c): pass
with (*a, b): pass
with (x for x in y): pass
with (): pass
with (a, (b, c)): pass
with (a if b else c, d): pass
with (lambda: 1): pass
with a, (b): pass
with (a), b: pass
with open(x) as f, open(y) as (g): pass
async def f():
    async with a as b, c: pass
    async with (a as b): pass
with (a, b) + c: pass
with (a)(b): pass
with (a) if b else (c): pass
with a as (b), c as [d, *e]: pass
