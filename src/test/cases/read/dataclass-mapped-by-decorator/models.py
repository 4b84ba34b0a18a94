from dataclasses import dataclass, field
from typing import Optional

import sqlalchemy as sa
from sqlalchemy.orm import registry

mapper_registry = registry()


@mapper_registry.mapped
@dataclass
class User:
    __table__ = sa.Table(
        "user",
        mapper_registry.metadata,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(50)),
    )
    id: int = field(init=False)
    name: Optional[str] = None


@mapper_registry.mapped
@dataclass
class Address:
    __tablename__ = "address"
    __sa_dataclass_metadata_key__ = "sa"
    id: int = field(init=False, metadata={"sa": sa.Column(sa.Integer, primary_key=True)})
    user_id: int = field(init=False, metadata={"sa": sa.Column(sa.ForeignKey("user.id"))})
    email: str = field(default=None, metadata={"sa": sa.Column(sa.String(50), index=True)})
