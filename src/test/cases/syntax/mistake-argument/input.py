f(a=1, b)
f(**a, b)
f(**a, *b)
f(a b)
f(x for x in y, 1)
f(1, x for x in y)
f(a.b=1)
f(a=)
def f(a=1, b): pass
def f(*): pass
def f(*, **k): pass
def f(a, /, b, /): pass
def f(/, a): pass
def f(*a, *b): pass
def f(**a, b): pass
def f(*a=1): pass
def f(a, 1): pass
lambda a=1, b: 0
class A(a=1, b): pass
