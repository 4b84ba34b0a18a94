def f[T](x: T) -> T: pass
def f[T: (int, str), *Ts, **P](*args: *Ts, **kwargs: P.kwargs): pass
class A[T]: pass
class B[T: "Base"](Base[T], metaclass=M): pass
async def f[T,](): pass
