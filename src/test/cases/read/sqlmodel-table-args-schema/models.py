from sqlmodel import Field, SQLModel


class A(SQLModel, table=True):
    __table_args__ = {"schema": "zz"}
    id: int = Field(primary_key=True)
    b: str = Field(index=True, max_length=9)

class B(SQLModel, table=True):
    __table_args__ = {"schema": "zz"}
    id: int = Field(primary_key=True)
    a_id: int = Field(foreign_key="zz.a.id")
