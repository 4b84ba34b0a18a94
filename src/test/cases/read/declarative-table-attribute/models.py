import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.orm import declarative_base


metadata = sa.MetaData()
Base = declarative_base(metadata=metadata)

class T(Base):
    __table__ = sa.Table(
        "t",
        metadata,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(9), index=True),
    )
