x = "module"
def f():
    x = "local"
    class C:
        x = "class"
        y = x
        def m(self):
            return x
        z = [x for _ in range(1)]
        w = [v for v in [x]]
    return C.y, C().m(), C.z, C.w
a = f()
funcs = [lambda: i for i in range(3)]
b = [g() for g in funcs]
funcs = [lambda i=i: i for i in range(3)]
c = [g() for g in funcs]
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    return inc, get
inc, get = counter()
inc(); inc(5)
d = get()
inc = get = funcs = None
def g(n):
    if n == 0:
        return []
    return g(n - 1) + [n]
e = g(4)
y = 1
def h():
    global y, newglobal
    y += 1
    newglobal = "made"
h()
i2 = y, newglobal
j = [x for x in range(3)], x
if (n := len("abcd")) > 3:
    k = n
l = [last := v for v in (1, 2, 3)], last
def defaults(a, b=[], *, c={}):
    b.append(a); c[a] = len(b)
    return list(b), dict(c)
defaults(1)
m = defaults(2)
def outer():
    def rec(t):
        return t if not t else rec(t[1:]) + t[0]
    return rec("abc")
o = outer()
def try_finally():
    try:
        return "try"
    finally:
        log.append("finally")
log = []
p = try_finally(), log
def override():
    try:
        return 1
    finally:
        return 2
q = override()
def loop_finally():
    out = []
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            out.append(i)
        finally:
            out.append("f%d" % i)
    return out
r = loop_finally()
def nested_except():
    out = []
    try:
        try:
            raise KeyError("a")
        except ValueError:
            out.append("no")
        finally:
            out.append("fin")
    except LookupError as err:
        out.append(repr(err.args))
    try:
        err
    except (NameError, UnboundLocalError):
        out.append("gone")
    return out
s = nested_except()
def chain():
    try:
        try:
            int("z")
        except ValueError as v:
            raise RuntimeError("wrapped") from v
    except RuntimeError as r:
        return str(r)
t = chain()
import functools
def deco(fn=None, *, prefix="p"):
    if fn is None:
        return functools.partial(deco, prefix=prefix)
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        return prefix + str(fn(*args, **kwargs))
    wrapper.marked = True
    return wrapper
@deco
def one(): return 1
@deco(prefix="q")
def two(): return 2
u = one(), two(), one.__name__, two.marked
class Registry:
    def __init__(self): self.names = {}
    def register(self, name):
        def wrap(fn):
            self.names[name] = fn
            return fn
        return wrap
reg = Registry()
@reg.register("a")
def handler_a(): return "A"
@reg.register("b")
def handler_b(): return "B"
v = {k: fn() for k, fn in reg.names.items()}
class CallMe:
    def __init__(self, fn): self.fn = fn; self.calls = 0
    def __call__(self, *a):
        self.calls += 1
        return self.fn(*a)
@CallMe
def counted(x): return x * 2
w = counted(4), counted(5), counted.calls
first, *_, last = range(5)
z = first, last
aa = [*"ab", *range(2)], {**{"a": 1}, "b": 2}, (lambda *a, k=1, **kw: (a, k, kw))(*[1], **{"k": 2, "z": 3})
bb = "even" if len("ab") % 2 == 0 else "odd", not (1 and 0), 1 < 2 != 3 > 0, [] or {} or "end"
cc = sum(1 for ch in "hello" if ch in "aeiou"), max((len(w), w) for w in ["a", "bbb", "cc"])
dd = [(i, j) for i in range(3) for j in range(i) if (i + j) % 2]
ee = {k: [v for k2, v in [("a", 1), ("b", 2), ("a", 3)] if k2 == k] for k in ("a", "b")}
def gen():
    received = yield 1
    yield received
    try:
        yield 3
    finally:
        log.append("closed")
ff = list(gen())
import contextlib
@contextlib.contextmanager
def managed(log, fail=False):
    log.append("in")
    try:
        yield "v"
    except ValueError:
        log.append("caught")
    finally:
        log.append("out")
log2 = []
with managed(log2) as mv:
    log2.append(mv)
    with managed(log2):
        raise ValueError
gg = log2
while True:
    try:
        raise StopIteration
    except StopIteration:
        break
hh = True
del reg, mv
