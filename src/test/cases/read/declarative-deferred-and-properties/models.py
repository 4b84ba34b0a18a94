import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import column_property, deferred


class Base(DeclarativeBase):
    pass


class T(Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    a = deferred(sa.Column(sa.Text))
    b: Mapped[str] = mapped_column(sa.Text, deferred=True)
    c = column_property(sa.Column("see", sa.Integer))

    @hybrid_property
    def d(self):
        return self.id
