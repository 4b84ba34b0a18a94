def f():
    yield
    yield a
    yield a, b
    yield from a
    x = yield
    x = yield a
    x += yield a
    f((yield))
    f((yield a), b)
    (yield)
    return (yield a)
async def f():
    await a
    await a.b(c)[d]
    return [await x for x in y], await b
    async with a: await b
