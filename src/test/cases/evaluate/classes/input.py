class A:
    x = 1
    y = [x, x + 1]
    def __init__(self, v, w=5):
        self.v = v
        self._w = w
    def method(self, k=1):
        return self.v + k
    @property
    def double(self):
        return self.v * 2
    @classmethod
    def make(cls, v):
        return cls(v, w=9)
    @staticmethod
    def helper(z):
        return z * 3
    def __str__(self):
        return f"A({self.v})"
    def __eq__(self, other):
        return isinstance(other, A) and self.v == other.v
    def __add__(self, other):
        return A(self.v + other)
    def __len__(self):
        return 3
    def __getitem__(self, i):
        return i * 10
    def __contains__(self, i):
        return i == 1
    def __call__(self, q):
        return q + self.v
    def __iter__(self):
        return iter([self.v, self._w])
class B(A):
    x = 2
    def method(self, k=1):
        return super().method(k) * 100
    @classmethod
    def make(cls, v):
        obj = super().make(v)
        obj.tag = cls.__name__
        return obj
a = A(3)
b = B.make(4)
r1 = a.v, a.method(), a.method(k=5), a.double, A.helper(2), a.helper(1), A.x, B.x, a.x, A.y
r2 = b.method(), b.tag, b._w, str(a), f"{a}", a == A(3), a != A(4), (a + 1).v, len(a), a[4], 1 in a, 2 in a, a(10), list(a)
r3 = A.__name__, B.__mro__[1].__name__, type(b).__name__, b.__class__.__name__, B.__bases__ == (A,), isinstance(b, A), issubclass(B, A), isinstance(a, B), hasattr(a, "v"), hasattr(a, "nope"), getattr(a, "nope", "dflt"), getattr(a, "v")
setattr(a, "dyn", 7)
A.z = 5
r4 = a.dyn, b.z, a.__dict__ == {"v": 3, "_w": 5, "dyn": 7}, A.__doc__, A.__module__
class M1:
    def who(self):
        return ["M1"]
class M2(M1):
    def who(self):
        return ["M2"] + super().who()
class M3(M1):
    def who(self):
        return ["M3"] + super().who()
class M4(M2, M3):
    "docs"
    def who(self):
        return ["M4"] + super().who()
r5 = M4().who(), [c.__name__ for c in M4.__mro__], M4.__doc__
class Reg:
    items = []
    def __init_subclass__(cls, kind=None, **kw):
        super().__init_subclass__(**kw)
        Reg.items.append((cls.__name__, kind))
class R1(Reg, kind="k"): pass
class R2(R1): pass
r6 = Reg.items
def table(cls):
    cls.tablename = cls.__name__.lower() + "s"
    return cls
@table
class User: pass
r7 = User.tablename
Dyn = type("Dyn", (A,), {"extra": 11, "hello": lambda self: "hi " + str(self.v)})
r8 = Dyn(1).hello(), Dyn.extra, Dyn.__name__, Dyn(2).method()
class Outer:
    LIMIT = 3
    class Inner:
        deep = "d"
    values = [i for i in range(3)]
    if LIMIT > 2:
        big = True
    else:
        small = True
    for n in range(2):
        last = n
    def get(self):
        return self.Inner.deep, self.LIMIT
r9 = Outer().get(), Outer.values, Outer.big, hasattr(Outer, "small"), Outer.last, Outer.Inner.deep
from dataclasses import dataclass, field
@dataclass
class P:
    x: int
    y: int = 2
    tags: list = field(default_factory=list)
    def total(self):
        return self.x + self.y
@dataclass
class Q(P):
    z: str = "z"
p1 = P(1); p1.tags.append("t")
r10 = p1.total(), p1.tags, P(1).tags, P(1) == P(1), P(1, 3) == P(1), Q(5, z="k").z, Q(5).total()
from typing import NamedTuple
from collections import namedtuple
class NT(NamedTuple):
    a: int
    b: str = "b"
N2 = namedtuple("N2", "p q")
N3 = namedtuple("N3", ["p", "q"], defaults=[1])
nt = NT(1)
aa, bb = nt
r11 = nt.a, nt.b, nt[1], aa, bb, len(nt), N2(1, q=2).q, N3(5).q, nt._asdict(), list(N2(3, 4))
class Lazy:
    def __getattr__(self, name):
        return "got " + name
r12 = Lazy().anything
class Desc:
    def __get__(self, obj, owner):
        return owner.__name__.lower()
class UsesDesc:
    name = Desc()
r13 = UsesDesc.name, UsesDesc().name
class Single:
    _i = None
    def __new__(cls, *a):
        if cls._i is None:
            cls._i = super().__new__(cls)
        return cls._i
r14 = Single() is Single()
class Abs:
    def __bool__(self):
        return False
r15 = bool(Abs()), not Abs(), "t" if Abs() else "f"
class Sub(dict): pass
class Cnt:
    n = 0
    def __init__(self):
        Cnt.n += 1
        type(self).n += 1
Cnt(); Cnt()
r16 = Cnt.n
class Chain:
    def __init__(self): self.ops = []
    def add(self, x):
        self.ops.append(x)
        return self
r17 = Chain().add(1).add(2).ops
class Prop:
    def __init__(self): self._v = 1
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self._v = x
r18 = Prop().v
del a, b, p1, nt, Sub
