import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship


Base = declarative_base()


class Team(Base):
    __tablename__ = "teams"

    id = Column(Integer, primary_key=True)
    name = Column(String(50), nullable=False, unique=True)
    heroes = relationship("Hero", back_populates="team")


class Hero(Base):
    __tablename__ = "heroes"

    id = Column(BigInteger, primary_key=True)
    team_id = Column(Integer, ForeignKey("teams.id", ondelete="CASCADE"), index=True)
    named = Column("other_name", String(20), key="nm")
    team = relationship(Team, back_populates="heroes")
