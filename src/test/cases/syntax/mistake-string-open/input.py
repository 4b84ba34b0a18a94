x = 'abc
y = f(1, "def)
z = f"{a
w = f"abc
v = 1
def f():
    return 'x
u = 2
