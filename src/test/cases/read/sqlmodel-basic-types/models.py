from sqlmodel import Field, SQLModel
import datetime
import uuid
from decimal import Decimal
from ipaddress import IPv4Address
from pathlib import Path


class T(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    a: str
    b: int
    c: float
    d: bool
    e: datetime.date
    f: datetime.time
    g: datetime.timedelta
    h: bytes
    i: Decimal
    j: uuid.UUID
    k: Path
    l: IPv4Address
    m: datetime.datetime
