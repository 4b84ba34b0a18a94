"""Comments on a table and its columns come, change and go."""

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Thing(Base):
    __tablename__ = "thing"
    __table_args__ = {"comment": "it's \\ another %s thing"}

    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int] = mapped_column(comment="new: 100% 'words'")
    b: Mapped[int] = mapped_column(comment="two\nlines")
