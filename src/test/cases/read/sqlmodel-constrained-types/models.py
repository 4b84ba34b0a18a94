from sqlmodel import Field, SQLModel
from typing import Annotated, Optional
from pydantic import UUID4, PositiveInt, StringConstraints, condecimal, conint, constr


class T(SQLModel, table=True):
    id: int = Field(primary_key=True)
    a: constr(max_length=5)
    b: conint(gt=1)
    c: condecimal(max_digits=10, decimal_places=3)
    d: Optional[condecimal(max_digits=8, decimal_places=2)] = None
    e: PositiveInt
    f: UUID4
    g: Annotated[str, StringConstraints(max_length=7)]
