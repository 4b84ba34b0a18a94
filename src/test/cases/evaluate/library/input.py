import re, json, hashlib, string, os.path, textwrap, inspect, math, operator, copy
from functools import reduce
a = re.sub(r"(?<!^)(?=[A-Z])", "_", "HeroTeamLink").lower(), re.sub("([a-z0-9])([A-Z])", r"\1_\2", "UserAccountID"), re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", "HTTPServerError")
b = re.match(r"(\w+)-(?P<num>\d+)", "ab-12").groups(), re.match(r"(\w+)-(?P<num>\d+)", "ab-12").group("num"), re.search("z", "abc"), re.findall(r"\d", "a1b2"), re.findall(r"(\w)=(\d)", "a=1,b=2"), re.split(r"[,;]\s*", "a, b;c"), re.fullmatch("a+", "aaa") is not None, re.match("b", "ab") is None
snake = re.compile(r"((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))")
c = snake.sub(r"_\1", "SomeLongName").lower(), re.sub("a", lambda m: m.group(0).upper() + "!", "banana"), re.sub("(?i)X", "-", "xX"), re.sub("a", "b", "aaa", count=1), re.escape("a.b*c"), re.sub(r"\s+", " ", "a  b\n c"), re.subn("a", "b", "aa"), re.sub(r"^(.)", r"\g<1>\g<1>", "xyz"), re.sub("[^a-z]", "", "a[b]&c"), re.match(r"a{2}b{,2}", "aabb").end()
d = json.dumps({"a": [1, 2.5, None, True], "b": "é\"\n"}), json.dumps([1], indent=2), json.dumps({"b": 1, "a": {}}, sort_keys=True, separators=(",", ":")), json.dumps({"x": {"y": [1, 2]}}, indent=4), json.dumps("ü", ensure_ascii=False)
e = hashlib.md5(b"abc").hexdigest(), hashlib.sha256("x".encode()).hexdigest()[:8], hashlib.sha1(b"").hexdigest()[-4:]
f = string.ascii_lowercase[:5], string.digits, os.path.join("a", "b", "c.py"), os.path.basename("/x/y.sql"), os.path.dirname("/x/y.sql"), os.path.splitext("a/b.tar.gz"), os.path.join("a", "/b")
g = textwrap.dedent("""
    SELECT 1
      FROM t

    WHERE x
"""), inspect.cleandoc("""
    first
      second
    """), textwrap.indent("a\nb", "  ")
h = math.ceil(2.1), math.floor(-2.1), math.pi, math.sqrt(16), operator.itemgetter("a")({"a": 1}), operator.itemgetter(0, 1)([5, 6, 7]), sorted([{"n": 2}, {"n": 1}], key=operator.itemgetter("n"))
i = copy.copy([1, 2]), copy.deepcopy({"a": [1]}), type(1).__name__, type("x") is str, type([]) == list, isinstance(1, (int, str)), isinstance(True, int), isinstance("a", int), isinstance([], (list, tuple)), isinstance({}, dict), isinstance(None, type(None)), callable(len), callable(1)
from pathlib import Path
j = str(Path("a") / "b" / "c.txt"), Path("a/b.txt").name, Path("a/b.txt").stem, Path("a/b.txt").suffix, str(Path("a/b/c").parent), str(Path("x") / ".." / "y") if False else "", str(Path("a/b").with_suffix(".sql")), Path("x/y/z").parents[1].name
import uuid, decimal
k = str(uuid.UUID("12345678123456781234567812345678")), str(decimal.Decimal("1.50")), str(decimal.Decimal(5))
from typing import cast, get_args, Literal
Lit = Literal["a", "b"]
l = cast(int, "5"), get_args(Lit)
from types import SimpleNamespace
ns = SimpleNamespace(a=1, b="x")
m = ns.a, ns.b
import sys
n = sys.version_info >= (3, 8), sys.version_info[0] == 3, sys.version_info.major, sys.platform
o = re.sub(r"(?P<first_name>\w)x", r"\g<first_name>", "axbx"), re.match(r"(?P<first_name>\w+)", "joe").groupdict(), re.split(r"(-)", "a-b"), [m.start() for m in re.finditer("a", "banana")], re.search(r"\bfoo\b", "a foo b").span()
from string import ascii_uppercase as U
p = U[:3], "".join(c for c in "a1b2" if c in string.digits)
q = "camelCaseString"[0].upper(), "".join("_" + ch.lower() if ch.isupper() else ch for ch in "CamelCaseString").lstrip("_"), "_".join(w.lower() for w in re.findall("[A-Z][^A-Z]*", "CamelCase"))
del ns
import datetime as dt
from datetime import datetime, timezone, date
r = str(datetime(2000, 1, 1, tzinfo=timezone.utc)), str(dt.datetime(2020, 2, 3, 4, 5, 6, 7)), str(date(2020, 12, 31)), datetime(2020, 1, 2, 3).isoformat(), datetime(2020, 1, 2, tzinfo=dt.timezone.utc).isoformat(" "), date(1, 2, 3).isoformat(), f"{date(2020, 1, 1)}"
