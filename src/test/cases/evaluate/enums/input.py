import enum
from enum import Enum, IntEnum, StrEnum, auto, unique, Flag
class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    def describe(self):
        return f"{self.name}:{self.value}"
    @classmethod
    def names(cls):
        return [m.name for m in cls]
    @property
    def label(self):
        return self.name.title()
    @staticmethod
    def fixed():
        return "fixed"
a = Color.RED.name, Color.RED.value, Color.CRIMSON.name, Color(2).name, Color["GREEN"].value, len(Color), [c.name for c in Color], list(Color.__members__), Color.names(), Color.RED.describe(), Color.GREEN.label, Color.fixed()
b = Color.RED == Color.CRIMSON, Color.RED is Color.CRIMSON, Color.RED == 1, Color.RED in Color, str(Color.RED), repr(Color.RED), f"{Color.RED}", Color.RED != Color.GREEN
class S(str, Enum):
    A = "a"
    B = "b"
    @classmethod
    def values(cls):
        return [e.value for e in cls]
c = S.A == "a", S.A.value, S.A.upper(), S.A + "x", "a" in [S.A], S("b").name, S.values(), S.A.startswith("a"), {S.A: 1}["a"], {"a": 2}[S.A], ", ".join([S.A, S.B]), ",".join(f"'{s.value}'" for s in S), str(S.A), S.A.name.lower(), len(S.A), "%s" % S.A.value, isinstance(S.A, str), S.A in ("a", "b")
class T(StrEnum):
    ONE_THING = auto()
    TWO = "two!"
d = T.ONE_THING.value, str(T.TWO), f"{T.TWO}", T.TWO == "two!", [str(t) for t in T], "x" + T.TWO
class I(IntEnum):
    LOW = 1
    HIGH = auto()
    TOP = auto()
e = I.HIGH.value, I.TOP + 1, I.LOW < I.HIGH, int(I.TOP), str(I.LOW), I(3).name, max(I).name, sorted([I.TOP, I.LOW])[0].name, I.LOW == 1, f"{I.HIGH:03d}"
class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
f = [m.value for m in Auto]
class Named(str, Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()
    X = auto()
    Y = auto()
g = [m.value for m in Named]
F1 = Enum("F1", "a b c")
F2 = Enum("F2", {"x": "ex", "y": "why"})
F3 = Enum("F3", ["p", "q"])
F4 = Enum("F4", [("m", 5), ("n", 6)], type=str) if False else Enum("F4", [("m", 5), ("n", 6)])
h = [m.value for m in F1], [(m.name, m.value) for m in F2], F3.q.value, F4.n.value, F1.__name__, F2["x"].value
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
i = Planet.EARTH.mass, Planet.MARS.value, Planet.MARS.radius
class Base(str, Enum):
    @classmethod
    def choices(cls):
        return tuple((m.value, m.name) for m in cls)
    def __str__(self):
        return self.value
class Child(Base):
    A = "aa"
    B = "bb"
j = Child.choices(), str(Child.A), f"{Child.B}", Child.A.value
@unique
class U(Enum):
    _ignore_ = ["tmp"]
    ONE = "1"
    def _helper(self): return 1
k = [u.value for u in U], list(map(lambda m: m.value, U)), [*U][0].name, {m.name: m.value for m in U}
try:
    Color("nope")
except ValueError:
    m = "ValueError"
try:
    Color["nope"]
except KeyError:
    n = "KeyError"
class Label(str, Enum):
    label: str
    def __new__(cls, value, label):
        obj = str.__new__(cls, value)
        obj._value_ = value
        obj.label = label
        return obj
    FIRST = ("f", "First one")
    SECOND = ("s", "Second one")
class Coded(int, Enum):
    def __new__(cls, code, text=""):
        member = int.__new__(cls, code)
        member._value_ = code
        member.text = text
        return member
    OK = 200, "fine"
    BAD = 400
class Sized(Enum):
    def __new__(cls, *args):
        obj = super().__new__(cls) if False else object.__new__(cls)
        obj._value_ = args[0]
        obj.size = args[1]
        return obj
    BIG = "big", 10
    SMALL = "small", 1
    HUGE = "big", 99
p = Label.FIRST.value, Label.FIRST == "f", Label("s").name, Label.SECOND.label, Coded.OK.value, Coded.OK.text, Coded.BAD.text, Coded(400).name, Coded.OK + 1, Sized.BIG.size, Sized("small").size, Sized.HUGE.name, Sized.HUGE.size
q = f"{S.A}", "{}".format(S.B), "%s" % S.A, f"{I.LOW}", S.A.value.title(), repr(S.A), f"{Color.RED!r}", str(I.LOW), S.A.__class__.__name__
class Fl(Flag):
    R = auto()
    W = auto()
    X = auto()
globals()['dynamic'] = 'set'
globals().update({m.name: m.value for m in Auto})
r = dynamic, D, 'D' in globals(), 'ZZ' in globals()
class WithLocals:
    for i in range(2):
        locals()['f%d' % i] = i
s = WithLocals.f1, frozenset(), frozenset(['a']), isinstance(frozenset(), frozenset), isinstance(set(), frozenset), len(frozenset({1}) | {2})
del i
o = [f_.value for f_ in Fl], Color._member_names_, list(Color._value2member_map_), type(Color.RED).__name__, isinstance(Color.RED, Color), isinstance(Color, type), issubclass(S, str), issubclass(Color, Enum), bool(Color.RED), hasattr(Color, "RED"), getattr(Color, "GREEN").value
