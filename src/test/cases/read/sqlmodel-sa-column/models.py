from sqlmodel import Field, SQLModel
from datetime import datetime
from sqlalchemy import JSON, Column, DateTime, ForeignKey, Integer, String, Text, func


class T(SQLModel, table=True):
    id: int = Field(primary_key=True)
    a: str = Field(sa_column=Column(String(50)))
    b: str = Field(sa_column=Column("bee", Text, nullable=False, index=True))
    c: dict = Field(default_factory=dict, sa_column=Column(JSON))
    d: datetime = Field(sa_column=Column(DateTime(timezone=True), server_default=func.now(), nullable=False))
    e: int = Field(sa_column=Column(Integer, ForeignKey("t.id", ondelete="CASCADE", name="fk_e")))
