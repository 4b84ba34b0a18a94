import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, declared_attr


class Model:
    @declared_attr
    @classmethod
    def __tablename__(cls):
        return cls.__name__.lower()

    @declared_attr
    @classmethod
    def owner(cls):
        return sa.Column("owner_id", sa.Integer, sa.ForeignKey("user.id"), nullable=cls.__name__ != "Note")

    id = sa.Column(sa.Integer, primary_key=True)


Base = declarative_base()


class User(Base):
    __tablename__ = "user"
    id = sa.Column(sa.Integer, primary_key=True)


class Note(Model, Base):
    text = sa.Column(sa.Text)


class File(Model, Base):
    path = sa.Column(sa.String(99))
