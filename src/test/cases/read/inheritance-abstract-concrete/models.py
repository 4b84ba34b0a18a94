import sqlalchemy as sa
from sqlalchemy.ext.declarative import AbstractConcreteBase
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class Document(AbstractConcreteBase, Base):
    strict_attrs = True
    name = mapped_column(sa.String(50))


class Letter(Document):
    __tablename__ = "letter"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(sa.Text)
    __mapper_args__ = {"polymorphic_identity": "letter", "concrete": True}


class Invoice(Document):
    __tablename__ = "invoice"
    id: Mapped[int] = mapped_column(primary_key=True)
    total: Mapped[int]
    __mapper_args__ = {"polymorphic_identity": "invoice", "concrete": True}
