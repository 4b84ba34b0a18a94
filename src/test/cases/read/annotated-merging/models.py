import datetime
from typing import Annotated, Optional

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

intpk = Annotated[int, mapped_column(primary_key=True)]
name = Annotated[str, mapped_column(sa.String(30), nullable=False, index=True, comment="a name")]
maybe = Annotated[Optional[str], mapped_column(sa.String(12))]
user_fk = Annotated[int, mapped_column(sa.ForeignKey("user.id", ondelete="CASCADE"))]
stamp = Annotated[datetime.datetime, mapped_column(sa.DateTime(timezone=True), server_default=sa.func.now())]
str50 = Annotated[str, 50]
num = Annotated[int, "num"]


class Base(DeclarativeBase):
    type_annotation_map = {str50: sa.String(50), num: sa.Numeric(12, 0), str: sa.String(200)}


class User(Base):
    __tablename__ = "user"
    id: Mapped[intpk]
    name: Mapped[name]
    nick: Mapped[Optional[name]] = mapped_column(index=False, comment=None)
    label: Mapped[name] = mapped_column(sa.String(5), unique=True)
    maybe: Mapped[maybe]
    sure: Mapped[maybe] = mapped_column(nullable=False)
    plain: Mapped[str]
    fifty: Mapped[str50 | None]
    many: Mapped[num]


class Post(Base):
    __tablename__ = "post"
    id: Mapped[intpk]
    author: Mapped[user_fk]
    editor: Mapped[Optional[user_fk]] = mapped_column("editor_id")
    made: Mapped[stamp]
    changed: Mapped[stamp | None] = mapped_column(server_default=None)
