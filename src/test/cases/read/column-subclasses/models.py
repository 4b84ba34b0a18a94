import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class NotNull(sa.Column):
    inherit_cache = True

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("nullable", False)
        super().__init__(*args, **kwargs)


class Code(NotNull):
    inherit_cache = True

    def __init__(self, length=10, **kwargs):
        super().__init__(sa.String(length), unique=True, **kwargs)


class T(Base):
    __tablename__ = "t"
    id = sa.Column(sa.Integer, primary_key=True)
    a = NotNull(sa.Integer)
    b = NotNull("bee", sa.Integer, nullable=True)
    code = Code()
    other = Code(length=5, comment="other")


x = sa.Table("x", Base.metadata, NotNull("id", sa.Integer, primary_key=True), NotNull("y", sa.Text))
