import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.orm import registry


reg = registry()

user_table = sa.Table("user", reg.metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("order", sa.String(9)))

class User:
    pass

reg.map_imperatively(User, user_table)
