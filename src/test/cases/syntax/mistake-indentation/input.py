x = 1
    y = 2
    z = 3
if a:
        b
    c
    d
e = 1
def f():
	x = 1
        y = 2
g = 1
