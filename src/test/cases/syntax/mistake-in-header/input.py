def f(a b):
    x = 1
    if y:
        z
class A(:
    def g(self): pass
if a b:
    c
else:
    d
while: pass
for x y in z:
    w
after = 1
