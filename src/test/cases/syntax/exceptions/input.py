try: a
except: b
try:
    a
except A: pass
except (B, C) as d:
    pass
else:
    pass
finally:
    pass
try:
    pass
finally: pass
