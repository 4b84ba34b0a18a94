class A: pass
class B(): x = 1
class C(A, B, metaclass=M, **kw):
    """Doc."""

    id: int | None = Field(default=None, primary_key=True)

    class Config:
        pass

    @property
    def name(self): ...
class D(*bases): pass; y = 2
