import sqlalchemy as sa
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column


class Base(DeclarativeBase):
    metadata = sa.MetaData(naming_convention={"pk": "pk_%(table_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s"})


db = SQLAlchemy(model_class=Base)


class TodoItem(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(sa.String(99))
    parent_id: Mapped[int | None] = mapped_column(db.ForeignKey("todo_item.id"))


class Other(db.Model):
    __tablename__ = "others"
    id: Mapped[int] = mapped_column(primary_key=True)
