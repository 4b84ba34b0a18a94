import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


def make(name):
    class Model(Base):
        __tablename__ = name
        id: Mapped[int] = mapped_column(primary_key=True)

    return Model

A = make("a_items")
B = make("b_items")

def with_type(name):
    return type(name, (Base,), {"__tablename__": name.lower(), "id": sa.Column(sa.Integer, primary_key=True)})

C = with_type("CThings")
