[x for x in y]
[x async for x in y if a if b for z in x]
{x for x, in y}
{k: v for k, v in d.items() if not v}
{(c := a): b for _ in c}
(x for *x, y in z)
[x for x in (a if b else c)]
[(lambda: x) for x in z or w]
[[y for y in x] for x in z]
[x for x.y in z]
[x for x[0] in z]
