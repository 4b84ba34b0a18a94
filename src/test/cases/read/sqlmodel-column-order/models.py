from sqlmodel import Field, SQLModel


class A(SQLModel):
    b1: int
    b2: int

class C(A, table=True):
    id: int = Field(primary_key=True)
    b1: str = Field(max_length=3)
    z: int
