@a
@b.c(d)
@e[0] or f
@(x := g)
# a comment between
def h(): pass

@a

class C:
    @b
    async def d(self): pass
