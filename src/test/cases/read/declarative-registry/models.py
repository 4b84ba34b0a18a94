import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.orm import registry


mapper_registry = registry()
Base = mapper_registry.generate_base()

class A(Base):
    __tablename__ = "a"
    id = sa.Column(sa.Integer, primary_key=True)

@mapper_registry.mapped
class B:
    __tablename__ = "b"
    id = sa.Column(sa.Integer, primary_key=True)
    a_id = sa.Column(sa.ForeignKey("a.id"))
