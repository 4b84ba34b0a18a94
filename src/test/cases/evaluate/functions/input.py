def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw
a = f(1, c=3), f(1, 2, 3, 4, c=5, e=6), f(*[1, 2], **{"c": 3, "z": 9})
def pos(x, /, y, *, z=0):
    return x, y, z
b = pos(1, 2), pos(1, y=2, z=3)
def outer(n):
    total = 0
    def inner(k):
        nonlocal total
        total += k * n
        return total
    inner(1)
    inner(2)
    return total, inner
c = outer(10)[0]
counter = 0
def bump():
    global counter
    counter += 1
    return counter
bump(); d = bump()
def default_list(x, acc=[]):
    acc.append(x)
    return acc
default_list(1); e = default_list(2)
g = (lambda x, y=2: x + y)(1), [fn(3) for fn in [lambda x: x + 1, lambda x: x * 2]]
def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)
h = fact(10)
def gen(n):
    for i in range(n):
        if i == 3:
            return
        yield i
    yield "end"
i = list(gen(2)), list(gen(9)), len(list(gen(3))), next(gen(3))
def deleg():
    yield 0
    yield from gen(2)
j = list(deleg())
def twice(fn):
    import functools
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        return fn(*args, **kwargs) * 2
    return wrapper
@twice
def three():
    "doc"
    return 3
k = three(), three.__name__
def param(n):
    def deco(fn):
        def wrapper(*a):
            return fn(*a) + n
        return wrapper
    return deco
@param(10)
@param(100)
def one():
    return 1
l = one()
from functools import partial, reduce, lru_cache
@lru_cache(maxsize=None)
def cached(x):
    return x + 1
m = partial(f, 1, c=2)(5), reduce(lambda x, y: x * y, [1, 2, 3, 4]), cached(1)
def loops(xs):
    out = []
    for x in xs:
        if x == 2:
            continue
        if x == 5:
            break
        out.append(x)
    else:
        out.append("else")
    n = 0
    while True:
        n += 1
        if n > 3:
            break
    while n < 6:
        n += 1
    else:
        out.append("w")
    return out, n
n = loops([1, 2, 3]), loops([1, 5, 9])
def tries(v):
    log = []
    try:
        log.append("try")
        if v == 1:
            raise ValueError("one")
        if v == 2:
            raise KeyError("two")
        if v == 3:
            return log
        {}["missing"] if v == 4 else None
        [][1] if v == 5 else None
        int("x") if v == 6 else None
        1 / 0 if v == 7 else None
        None.foo if v == 8 else None
    except ValueError as error:
        log.append("V:" + str(error))
    except (KeyError, IndexError) as error:
        log.append(type(error).__name__ if False else "KI")
    except Exception:
        log.append("E")
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log
o = [tries(v) for v in range(9)]
class MyError(ValueError):
    def __init__(self, code):
        super().__init__("code %s" % code)
        self.code = code
def raising():
    raise MyError(7)
try:
    raising()
except ValueError as caught:
    p = caught.code, isinstance(caught, MyError)
def reraise():
    try:
        try:
            raise TypeError("t")
        except TypeError:
            raise
    except Exception as e2:
        return str(e2)
q = reraise()
from contextlib import contextmanager, suppress
events = []
@contextmanager
def ctx(name):
    events.append("enter " + name)
    try:
        yield name.upper()
    finally:
        events.append("exit " + name)
with ctx("a") as aa, ctx("b"):
    events.append("body " + aa)
def early():
    with ctx("r"):
        return "returned"
r = early()
with suppress(KeyError):
    {}["x"]
    events.append("never")
class CM:
    def __enter__(self):
        events.append("E")
        return self
    def __exit__(self, *a):
        events.append("X%d" % len(a))
        return True
with CM() as cm:
    raise ValueError
async def coro(x):
    return x + 1
async def main():
    return await coro(1)
import asyncio
s = asyncio.run(main())
def m1(v):
    match v:
        case 0 | 1:
            return "small"
        case str() as t:
            return "str " + t
        case [x, y]:
            return ("pair", x, y)
        case [x, *rest]:
            return ("seq", x, rest)
        case {"k": val, **others}:
            return ("map", val, others)
        case None:
            return "none"
        case int(n) if n > 100:
            return "big"
        case _:
            return "other"
t = [m1(v) for v in (0, 1, "a", [1, 2], [1, 2, 3], {"k": 1, "z": 2}, None, 500, 50, 2.5)]
def unpack(*args, sep="-"):
    first, *middle, last = args
    return sep.join([first, "".join(middle), last])
u = unpack("a", "b", "c", "d"), unpack("x", "y", sep="+")
del counter
v = [k for k in list(globals()) if k == "counter"] if False else "deleted"
def shadow(list=3):
    return list
w = shadow()
x = (lambda *a, **k: (a, k))(1, b=2)
def early_return(flag):
    if flag:
        return "yes"
    return "no"
y = early_return(True), early_return(0)
def swap(a, b):
    a, b = b, a
    return a, b
z = swap(1, 2)
