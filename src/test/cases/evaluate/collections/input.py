a = [1, 2, 3]
a.append(4); a.extend([5, 6]); a.insert(0, 0); a.remove(3); popped = a.pop(); first = a.pop(0)
b = a + [9], a * 2, a[1:], a[::-1], [0] * 3, len(a), a.index(4), a.count(1), 4 in a
c = [3, 1, 2]; c.sort(); d = sorted([3, 1, 2], reverse=True), sorted(["b", "A"], key=str.lower), sorted({"x": 1, "a": 2}), list(reversed([1, 2]))
e = {"a": 1, "b": 2}
e["c"] = 3; del e["a"]; e.update({"d": 4}, z=5); e.setdefault("b", 9); e.setdefault("new", [])
f = e.get("b"), e.get("nope"), e.get("nope", 0), list(e), list(e.values()), list(e.items()), e.pop("z"), e.pop("zz", None), len(e), "d" in e
g = {**e, "k": 1}, {"a": 1} | {"b": 2}, dict(a=1), dict([("x", 1)]), dict(zip("ab", [1, 2])), dict.fromkeys(["a", "b"], 0), {1: "a", 1.0: "b", True: "c"}
h = (1,), (), (1, 2) + (3,), tuple([1, 2]), (1, 2, 3)[1:], (1, 2).index(2)
i = sorted({1, 2} | {3}), sorted({1, 2} & {2}), sorted({1, 2} - {1}), sorted({1, 2} ^ {2, 3}), {1} <= {1, 2}, {1, 2}.issuperset({1}), {5}, set(), len({1, 1, 2}), {1}.isdisjoint({2})
j, *k = [1, 2, 3]
*l, m = "abc"
(n, o), p = (1, 2), 3
q = r = [7]
r.append(8)
s = [x * 2 for x in range(5) if x % 2], {x: x ** 2 for x in range(3)}, sorted({x % 2 for x in range(5)}), [(x, y) for x in "ab" for y in range(2)], list(x for x in "ab"), [[j for j in range(i)] for i in range(3)]
t = list(enumerate("ab")), list(enumerate("ab", 1)), list(zip([1, 2], "ab")), list(map(lambda v: v + 1, [1, 2])), list(filter(None, [0, 1, ""])), any([0, 1]), all([]), list(range(10, 0, -3)), list(range(2, 5))
u = [1, 2, 3, 4]
u[0] = 9; u[1:3] = ["x"]; del u[-1]
v = [*range(2), *"ab"], (*[1], 2), {*[1]}, {**{"a": 1}, **{"b": 2}}
w = next(iter([5])), next(iter([]), "none"), next(x for x in [1, 2, 3] if x > 1)
it = iter([1, 2, 3]); y = next(it), next(it), list(it), list(it)
it = None
from collections import OrderedDict, defaultdict
z = defaultdict(list); z["a"].append(1); z["b"]; z2 = dict(z), sorted(z)
del z
od = list(OrderedDict(a=1, b=2).items())
aa = [1, [2, [3]]], [[]] * 2, {"a": {"b": [1, {"c": None}]}}
x1 = [y := 5, y ** 2]
x2 = 1
x2 += 4; x2 *= 3; x2 -= 1; x2 //= 2
x3 = []
x3 += [1]; x3 += (2,)
x4 = {"n": 1}
x4["n"] += 5
import itertools
x5 = list(itertools.chain([1], [2, 3])), list(itertools.chain.from_iterable([[1], [2]])), list(itertools.product("ab", [1, 2])), list(itertools.combinations([1, 2, 3], 2)), list(itertools.islice([1, 2, 3], 2)), list(itertools.permutations([1, 2]))
