from sqlmodel import Field, SQLModel


class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int | None = Field(default=None, foreign_key="team.id")
    other_id: int = Field(foreign_key="team.id", ondelete="CASCADE", index=True)
    third_id: int | None = Field(default=None, foreign_key="team.id", ondelete="SET NULL")
    code: str = Field(foreign_key="team.code", ondelete="RESTRICT")
