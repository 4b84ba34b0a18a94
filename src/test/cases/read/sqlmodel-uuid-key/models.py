from sqlmodel import Field, SQLModel
import uuid


class T(SQLModel, table=True):
    id: uuid.UUID = Field(default_factory=uuid.uuid4, primary_key=True)
    owner_id: uuid.UUID = Field(foreign_key="t.id", nullable=False, ondelete="CASCADE")
