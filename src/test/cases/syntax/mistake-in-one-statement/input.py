x = 1
y = = 2
z = 3; w w; v = 4
def f():
    a = 1
    b b
    c = 2
    return
class A:
    pass
    ) 
    x = 1
d = 5
