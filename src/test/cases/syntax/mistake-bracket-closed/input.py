x = (1]
y = 2)
z = [(1, 2]
w = {1: [2}
op.drop_column("a", "b"))
v = 3
