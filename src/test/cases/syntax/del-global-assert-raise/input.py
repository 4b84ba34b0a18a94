del a
del a, b.c, d[0],
del (a, b), [c]
def f():
    global a, b
    nonlocal c
    assert a
    assert a, "b"
    raise
    raise A
    raise A() from None
    return
    return a
    return a, *b
    return *a, b
