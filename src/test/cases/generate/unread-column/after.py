from sqlalchemy import Column, String  # noqa: F401
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


OPTIONS = eval("dict(nullable=True, unique=True, server_default='a')")


class Book(Base):
    __tablename__ = "book"

    id: Mapped[int] = mapped_column(primary_key=True)
    title = eval("Column(String(200), index=True)")
    shelf: Mapped[str] = mapped_column(String(20), **OPTIONS)
    pages: Mapped[int | None]
