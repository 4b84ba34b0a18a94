import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    a = sa.Column(sa.UUID)
    b = sa.Column(postgresql.UUID(as_uuid=True))
    c = sa.Column(sa.Uuid(as_uuid=False))
    d = sa.Column(sa.Uuid(native_uuid=False))
