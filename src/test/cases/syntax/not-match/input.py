match = 1
match.a = 2
match(x)
match[0]
match - 1
match, case = type, _
match: int = 1
match * a
print(match, case)
match (x, y)
match [x]
match in y
match if a else b
type = 1
type(x)
type.a
type[0]
type: int
case(1)
_ = 1
