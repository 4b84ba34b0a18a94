def f():
if a:
x = 1
class A:
    def g(self):
    def h(self): pass
for x in y:
