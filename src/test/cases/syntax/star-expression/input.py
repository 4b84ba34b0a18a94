*a, = b
*a, b = c
print(*a, *b, sep="")
x = *a, *b
for x in *a, b: pass
def f():
    return *a, b
    yield *a, b
[*a, *b]; {*a}; (*a,)
a[*b]
*a
*a | b, c
