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
try:
    a
except A:
    b
except* B:
    c
match *x:
    case _: pass
match x:
    ; case 1: pass
    case 2: pass
        case 3: pass
    case 4: pass
