import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class T(Base):
    __tablename__ = "t"
    __table_args__ = {"postgresql_partition_by": "RANGE (id)", "mysql_engine": "InnoDB", "info": {"x": 1}}
    id: Mapped[int] = mapped_column(primary_key=True)
