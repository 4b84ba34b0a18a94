from sqlalchemy import CheckConstraint, Index, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Book(Base):
    __tablename__ = "book"
    __table_args__ = (
        eval("Index('ix_book_title', 'title', 'shelf')"),
        CheckConstraint(eval("\"shelf <> ''\""), name="shelf_stated"),
        Index("ix_book_old", "shelf"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    shelf: Mapped[str] = mapped_column(String(20))
    pages: Mapped[int | None] = mapped_column(index=True)
