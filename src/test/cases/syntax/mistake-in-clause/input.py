if a:
    b
elif c d:
    e
elif f:
    g
else:
    h
try:
    a
except A B:
    b
except C:
    c
finally:
    d
try:
    a
finally b:
    c
for x in y:
    a
else b:
    c
match x:
    case 1:
        a
    case 1 2:
        b
    case 3:
        c
    d
after = 1
