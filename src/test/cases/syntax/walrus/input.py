(x := 1)
f(x := 1, y=(z := 2))
[x := 1, x]
{x := 1}
while chunk := read(): pass
a[x := 1]
x = (y := 2, 3)
assert (x := 1)
{(a := 1): (b := 2)}
lambda: (x := 1)
