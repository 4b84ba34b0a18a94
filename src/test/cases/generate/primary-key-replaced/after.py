"""Another column becomes the key."""

from sqlmodel import Field, SQLModel


class Country(SQLModel, table=True):
    code: str = Field(max_length=2, primary_key=True)
