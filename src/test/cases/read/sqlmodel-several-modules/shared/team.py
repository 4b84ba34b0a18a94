from .base import Base


class Team(Base, table=True):
    pass
