try:
    pass
except A, B:
    pass
except C.d, E(), F:
    raise
try:
    pass
except* A, B:
    pass
