import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    metadata = sa.MetaData(schema="app")


counter = sa.Sequence("counter", start=10, increment=5, minvalue=1, maxvalue=1000, cycle=True, cache=20, metadata=Base.metadata)
plain = sa.Sequence("plain", metadata=Base.metadata, schema="other")


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(sa.Sequence("a_id_seq", data_type=sa.SmallInteger), primary_key=True)
    number: Mapped[int] = mapped_column(server_default=counter.next_value())
    other: Mapped[int] = mapped_column(plain, server_default=plain.next_value())
