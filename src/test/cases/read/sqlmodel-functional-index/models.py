from sqlmodel import Field, SQLModel
from datetime import date
from sqlalchemy import Index, text


class T(SQLModel, table=True):
    __table_args__ = (
        Index("ix_lower", text("lower(name)")),
        Index("ix_desc", text("created DESC")),
    )
    id: int = Field(primary_key=True)
    name: str = Field(max_length=20)
    created: date
