import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Setting(Base):
    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    locale: Mapped[str] = mapped_column(sa.String(5))
