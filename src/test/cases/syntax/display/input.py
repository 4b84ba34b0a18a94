()
(a,)
(a, b)
a,
a, b,
(a)
[]
[a, *b, c := 1]
{}
{a: b, **c, "d": e,}
{a}
{a, *b,}
{**a}
((a), [b], {c})
(yield)
(*a, b)
(
    a
    + b
).c
