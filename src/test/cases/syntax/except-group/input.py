try:
    pass
except* A:
    pass
except* (B, C) as d:
    pass
