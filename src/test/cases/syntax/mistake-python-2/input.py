print "hello"
print x
exec "code"
raise A, "b"
try:
    pass
except A, e:
    pass
x = 0777
y = 10L
z = `a`
w = a <> b
u = ur"x"
def f((a, b)): pass
after = 1
