import re, os, enum, json
from collections import Counter, OrderedDict, deque, defaultdict, ChainMap
from dataclasses import dataclass, field
from typing import Any, Dict, Generic, List, NamedTuple, Optional, TypeVar
NAMING = {"ix": "ix_%(table_name)s_%(column_0_label)s", "pk": "pk_%(table_name)s"}
a = NAMING["ix"] % {"table_name": "t", "column_0_label": "c"}, NAMING["pk"] % dict(table_name="x")
def camel_to_snake(name):
    s1 = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub("([a-z0-9])([A-Z])", r"\1_\2", s1).lower()
b = [camel_to_snake(n) for n in ("UserAccount", "HTTPRequest", "A", "userID", "X2Y")]
def pluralize(word):
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word + "s"
c = [pluralize(w) for w in ("city", "box", "day", "bus", "user")]
class Choices(str, enum.Enum):
    @classmethod
    def choices(cls): return [(i.value, i.name.replace("_", " ").title()) for i in cls]
    @classmethod
    def has(cls, v): return v in cls._value2member_map_
    @classmethod
    def sql(cls): return "CHECK (status IN (" + ", ".join(f"'{m}'" for m in [e.value for e in cls]) + "))"
class Status(Choices):
    IN_PROGRESS = "in_progress"
    DONE = "done"
d = Status.choices(), Status.has("done"), Status.has("x"), Status.sql(), Status.DONE.value.upper()
def build_fk_name(table, *columns, prefix="fk", max_length=30):
    base = "_".join((prefix, table) + columns)
    if len(base) <= max_length:
        return base
    import hashlib
    digest = hashlib.md5(base.encode("utf-8")).hexdigest()[:8]
    return f"{base[:max_length - 9]}_{digest}"
e = build_fk_name("users", "id"), build_fk_name("a_very_long_table_name", "and_a_long_column", "and_more")
tables = [("users", ["name", "email"]), ("posts", ["title"])]
f = [f"CREATE INDEX ix_{t}_{c} ON {t} ({c})" for t, cols in tables for c in cols]
SQL = """
    SELECT {cols}
    FROM {table}
    WHERE id IN ({ids})
""".format(cols=", ".join(["a", "b"]), table="t", ids=",".join(map(str, [1, 2, 3])))
g = SQL.strip().split("\n")[0], SQL.count("\n")
h = dict(Counter("aab").most_common()) if False else Counter("aab")["a"], list(deque([1, 2])), sorted(ChainMap({"a": 1}, {"b": 2}))
@dataclass
class Col:
    name: str
    type: str = "text"
    options: Dict[str, Any] = field(default_factory=dict)
    def ddl(self):
        opts = " ".join(f"{k}={v!r}" for k, v in sorted(self.options.items()))
        return f"{self.name} {self.type}{' ' + opts if opts else ''}"
@dataclass
class Ref(Col):
    target: str = ""
    def ddl(self): return super().ddl() + f" REFERENCES {self.target}"
i = Col("a").ddl(), Col("b", "int", {"z": 1, "a": "x"}).ddl(), Ref("c", target="t.id").ddl(), Col("a") == Col("a"), Col(name="q", options={}).options
T = TypeVar("T")
class Stack(Generic[T]):
    def __init__(self): self.items: List[T] = []
    def push(self, x): self.items.append(x); return self
j = Stack[int]().push(1).push(2).items
ENV = {"dev": {"schema": "dev", "debug": True}, "prod": {"schema": "public"}}
def config(env, key, default=None):
    try:
        return ENV[env][key]
    except KeyError:
        return default
k = config("dev", "schema"), config("prod", "debug"), config("none", "x", 1)
flags = 0
for bit, name in enumerate(["READ", "WRITE", "EXEC"]):
    flags |= 1 << bit
    globals()[name] = 1 << bit
l = flags, READ, EXEC
def walk(tree, path=()):
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from walk(value, path + (key,))
        else:
            yield ".".join(path + (key,)), value
m = dict(walk({"a": {"b": 1, "c": {"d": 2}}, "e": 3}))
def memo(fn):
    cache = {}
    def inner(n):
        if n not in cache:
            cache[n] = fn(n)
        return cache[n]
    return inner
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
n = fib(30)
class Meta:
    ordering = ["-created"]
class Parent:
    registry = {}
    abstract = True
    def __init_subclass__(cls, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.label = name or cls.__name__.lower()
        Parent.registry[cls.label] = cls
        cls.fields = [k for k, v in vars(cls).items() if not k.startswith("_") and isinstance(v, tuple)]
class ChildA(Parent, name="aa"):
    one = ("int",)
    two = ("str",)
class ChildB(ChildA):
    three = ("x",)
o = sorted(Parent.registry), ChildA.fields, ChildB.fields, ChildB.label, Parent.registry["aa"] is ChildA
class Prop:
    @property
    def tablename(self): return type(self).__name__.lower()
    @classmethod
    def make(cls, **kw):
        self = cls()
        for key, val in kw.items():
            setattr(self, key, val)
        return self
p = Prop.make(a=1, b="z").b, Prop().tablename
q = [s.strip() for s in " a ; b;; c".split(";") if s.strip()], "a-b-c".rsplit("-", 1), "x=1&y=2".split("&")
r = {**{f"k{i}": i for i in range(2)}, "z": None}, dict(sorted({"b": 1, "a": 2}.items())), {v: k for k, v in {"a": 1}.items()}
s = list(zip(*[(1, "a"), (2, "b")])), [list(g) for g in ([1], (2,))], [x for xs in [[1], [2, 3]] for x in xs]
t = "%s_%s" % ("a", 1), "{0}_{1:>3}".format("a", 1), f"{'a'}_{1:03}", "a" + "_" + str(1), "_".join(["a", "1"])
u = int("0b101", 2) if False else int("101", 2), round(7 / 2), 7 // 2, -7 // 2, 2 ** 31 - 1, 1e3, int(1e3), 10 ** 3
v = json.dumps({"a": [1, {"b": None}], "é": True}, sort_keys=True), json.dumps({"k": Status.DONE})
w = [c.__name__ for c in (ChildA, int, dict)], ChildB.__mro__[1].__name__, ChildB.__bases__[0].__name__
class Version(NamedTuple):
    major: int
    minor: int = 0
    @property
    def text(self): return f"v{self.major}.{self.minor}"
    def bump(self): return self._replace(minor=self.minor + 1)
x = Version(1).text, Version(1, 2).bump(), Version(1) < Version(2), Version(3)[0], Version._fields if False else "", max(Version(1), Version(2)).major
def overload(*args):
    match args:
        case (): return "none"
        case (int() | float() as num,): return f"num {num}"
        case (str(text), *rest): return f"text {text} {len(rest)}"
        case ({"type": "user", "name": str(name)},): return f"user {name}"
        case ([Version(major=mj), _],): return f"version {mj}"
        case _: return "other"
y = overload(), overload(2.5), overload("a", 1, 2), overload({"type": "user", "name": "bob", "x": 1}), overload([Version(7), 0]), overload(None)
z = os.path.join("a", *["b", "c"]), os.path.splitext(os.path.basename("x/y.tar.gz"))[0], str(True).lower(), f"{None}", repr({"a": (1,)}), [None] * 2
aa = sorted([3, 1, 2], key=lambda v: -v), sorted("bca"), sorted([("b", 1), ("a", 2)], key=lambda p: p[1], reverse=True), min([3, 1], key=lambda v: v), sorted(["B", "a"], key=str.casefold)
bb = any(x > 2 for x in [1, 2, 3]), all(isinstance(x, int) for x in [1, "a"]), next((x for x in [1, 2] if x > 5), "no"), list(filter(lambda v: v, [0, 1, "", "a"])), list(map(int, "123"))
cc = "abc"[::-1], "abc"[-2:], [1, 2, 3, 4][1:-1], (1, 2, 3)[::2], "héllo".upper(), "ß".upper(), "ǅ".lower() if False else "", "İ".lower() if False else ""
dd = bytes("hi", "utf-8"), b"a,b".split(b",") if False else b"", "a\tb".expandtabs(), "x".encode().decode("ascii"), "日本".encode("utf-8")
del T
