from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Thing(Base):
    __tablename__ = "thing"
    __table_args__ = {"comment": "it's a thing"}

    id: Mapped[int] = mapped_column(primary_key=True, comment="the key")
    a: Mapped[int] = mapped_column(comment="old \"words\"")
    b: Mapped[int]
