if a: b
elif c:
    d
elif e: f
else:
    g
if (x := 1) > 0:
    pass
if x := 1: pass
while x := f(): break
else: pass
for x in y: continue
for x, *y in 1, *z:
    pass
else:
    pass
for x[0], (y, z), [w] in v,: pass
async def f():
    async for x in y:
        pass
    else:
        pass
    await x
