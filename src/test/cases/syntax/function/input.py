def f(): pass
def f(a, b: int, c=1, d: str = "x", *e, f, g=2, **h) -> int: pass
def f(a, /, b, *, c): pass
def f(a=1, /): pass
def f(*, a=1, b): pass
def f(*args: *Ts): pass
def f(a, /, *args, **kwargs,): pass
async def f() -> None:
    """Doc."""
    return await a
def f(
    a,  # first
    b=(1, 2),
):
    def g(): pass
    return g
def upgrade() -> None: op.drop_table("a"); op.drop_table("b")
