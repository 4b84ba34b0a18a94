import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


seq = sa.Sequence("a_seq", start=100)

class A(Base):
    __tablename__ = "a"
    id = sa.Column(sa.Integer, seq, primary_key=True)
    n = sa.Column(sa.Integer, sa.Sequence("n_seq", metadata=Base.metadata), server_default=sa.Sequence("n_seq").next_value())
