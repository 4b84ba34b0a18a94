x = 1
def f():
    """A docstring without an end.
    y = 2
z = 3
