def f[T = int](x: T): pass
class A[T: int = bool, *Ts = *tuple[int, ...], **P = [str]]: pass
type X[*Ts = Unpack[Y]] = Z
