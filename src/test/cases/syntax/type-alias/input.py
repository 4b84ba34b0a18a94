type X = int
type Y[T] = list[T]
type Z[T: int, *Ts, **P] = Callable[P, tuple[T, *Ts]]
type type = type
type match = case
class A:
    type B = "C" | None
