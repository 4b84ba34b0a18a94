"""What a change means stands in the models."""

from typing import Optional

from sqlmodel import Field, SQLModel


class Memo(SQLModel, table=True):  # limbeck: rename note
    id: Optional[int] = Field(default=None, primary_key=True)
    body: str = Field(index=True)  # limbeck: rename txt
    pages: int  # limbeck: using length(pages)
    owner: str  # limbeck: fill 'nobody'
