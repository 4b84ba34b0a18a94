match x:
    case 1 | -1 | 1.5 | -2j | 1+2j | -1.5-3J: pass
    case "a" "b" | b"c": pass
    case None | True | False: pass
    case _: pass
    case a: pass
    case a.b.c: pass
    case (a): pass
    case (): pass
    case (a,): pass
    case (a, *_): pass
    case [a, [*b], _]: pass
    case []: pass
    case a, b: pass
    case *a, b: pass
    case a,: pass
    case {"k": v, 1: _, a.b: c, None: d, -1: e, **rest}: pass
    case {}: pass
    case A(): pass
    case a.B(c, d=e, f=1 | 2,): pass
    case (1 | 2) as x if x > 1: pass
    case str() as s, int(): pass
    case "x" if (y := z):
        pass
match x, *y:
    case _: pass
match x,:
    case _: pass
match (x):
    case _: pass
match -x:
    case _: pass
match [a, b][0]: 
    case _: pass
match match:
    case case: pass
match x := 1:
    case _: pass
match lambda: x:
    case _:
        match y:
            case _: pass
match *a, b:
    case _: pass
