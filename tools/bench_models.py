"""A generated project of 1,000 model classes in 200 files, and how long limbeck takes to read it."""

import json
import os
import re
import statistics
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILES = 200
CLASSES = 5

BASE = '''"""What all models of the project share."""

from datetime import datetime
from enum import Enum
from typing import Annotated
import uuid

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlmodel import Field, SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING

Name = Annotated[str, mapped_column(sa.String(120), index=True)]


class State(Enum):
    draft = "draft"
    open = "open"
    done = "done"


class Base(DeclarativeBase):
    metadata = SQLModel.metadata

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return cls.__name__.lower()


class Stamped:
    made_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True), server_default=sa.func.now())
    changed_at: Mapped[datetime | None] = mapped_column(onupdate=sa.func.now())


class Owned(SQLModel):
    id: uuid.UUID = Field(default_factory=uuid.uuid4, primary_key=True)
    owner: str = Field(max_length=80, index=True)
'''

HEAD = """from __future__ import annotations

from decimal import Decimal
from typing import Optional, TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlmodel import Column, Field, Relationship, SQLModel

from app.base import Base, Name, Owned, Stamped, State

if TYPE_CHECKING:
    from app.models.m{next:03} import Thing{next:03}A
"""

DECLARATIVE = '''

class Thing{number}(Stamped, Base):
    __table_args__ = (
        sa.UniqueConstraint("name", "code"),
        sa.CheckConstraint("amount >= 0", name="amount"),
        sa.Index(None, "state", postgresql_where=sa.text("state <> 'done'")),
        {{"comment": "Things of {number}"}},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[Name]
    code: Mapped[str] = mapped_column(sa.String(20), unique=True)
    amount: Mapped[Decimal] = mapped_column(sa.Numeric(12, 2), server_default="0")
    state: Mapped[State] = mapped_column(sa.Enum(State, name="state"), default=State.draft)
    note: Mapped[Optional[str]] = mapped_column(sa.Text)
    parent_id: Mapped[Optional[int]] = mapped_column(sa.ForeignKey("thing{parent}.id", ondelete="CASCADE"))
    parent: Mapped[Optional["Thing{parent_class}"]] = relationship(remote_side="Thing{parent_class}.id")

    def total(self) -> Decimal:
        return sum((it.amount for it in [self]), Decimal(0))
'''

SQLMODEL = '''

class Item{number}Base(Owned):
    title: str = Field(max_length=200)
    count: int = Field(default=0, sa_column_kwargs={{"server_default": "0"}})
    done: bool = False
    data: dict = Field(default_factory=dict, sa_column=Column(sa.JSON, nullable=False))


class Item{number}(Item{number}Base, table=True):
    __tablename__ = "item{lower}"
    __table_args__ = (sa.Index("ix_item{lower}_title_done", "title", "done"),)

    state: State = Field(default=State.draft, sa_column=Column(sa.Enum(State, name="state")))
    thing_id: Optional[int] = Field(default=None, foreign_key="thing{parent}.id", ondelete="SET NULL", index=True)
'''

ENV = """from alembic import context
from sqlalchemy import create_engine

from app.base import SQLModel
import app.models

with create_engine("postgresql://").connect() as connection:
    context.configure(connection=connection, target_metadata=SQLModel.metadata)
    with context.begin_transaction():
        context.run_migrations()
"""


def generate(folder):
    """Writes the project."""
    models = Path(folder, "app", "models")
    models.mkdir(parents=True)
    Path(folder, "app", "__init__.py").touch()
    Path(folder, "app", "base.py").write_text(BASE)
    Path(folder, "migrations", "versions").mkdir(parents=True)
    Path(folder, "migrations", "env.py").write_text(ENV)
    Path(folder, "migrations", "script.py.mako").write_text("# no revision is made here\n")
    Path(folder, "alembic.ini").write_text("[alembic]\nscript_location = migrations\nprepend_sys_path = .\n")
    imports = []
    for number in range(FILES):
        text = HEAD.format(next=(number + 1) % FILES)
        for letter in "ABC"[: CLASSES - 2]:
            parent = f"{max(number - 1, 0):03}A"
            text += DECLARATIVE.format(number=f"{number:03}{letter}", parent=parent.lower(), parent_class=parent)
        for letter in "DE":
            text += SQLMODEL.format(number=f"{number:03}{letter}", lower=f"{number:03}{letter}".lower(), parent=f"{number:03}a")
        Path(models, f"m{number:03}.py").write_text(text)
        imports.append(f"from app.models.m{number:03} import Thing{number:03}A, Item{number:03}D")
    Path(models, "__init__.py").write_text("\n".join(imports) + "\n")


def timed(command, **options):
    """Runs a command; returns its time on the clock and on the processor, its peak memory, its output."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
    output, errors = process.stdout.read(), process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - began
    if process.returncode:
        raise SystemExit(f"dev: {' '.join(command)} failed:\n     {errors.strip()[-1500:]}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output


def line(times, text):
    """Prints times in seconds as the other measurements are printed."""
    print(
        f"{statistics.median(times) * 1000:6.0f}ms {min(times) * 1000:6.0f}ms {max(times) * 1000:6.0f}ms"
        f"        {text}",
        flush=True,
    )


def beside(text):
    """Prints what else was measured."""
    print(f"{'':42}{text}", flush=True)


def measure(folder, runs):
    """Reads the project in new JVMs with and without the cache of classes, and again in one JVM."""
    generate(folder)
    words = ["schema", "--from", "models", "--format", "json", "--no-cache", "-C", folder]
    for text, options in (("", ""), (", no class cache", "-XX:AOTMode=off")):
        environment = {**os.environ, "LIMBECK_JAVA_OPTIONS": options}
        results = [timed(["./limbeck", *words], cwd=ROOT, env=environment) for _ in range(runs)]
        tables = len(json.loads(results[0][3])["tables"])
        line([it[0] for it in results], f"1,000 models in 200 files, cold{text}")
        processor, most = statistics.median(it[1] for it in results), max(it[2] for it in results)
        beside(f"processor {processor:.2f} s, memory at most {most:.0f} MB")
    java = [str(Path(os.environ["JAVA_HOME"], "bin", "java"))]  # ./dev sees to it
    warm = [*java, "-XX:+UseSerialGC", "-Xmx200m", "-cp", str(ROOT / "target" / "limbeck.jar"), "tools/WarmCommand.java", str(runs), *words]
    _, _, most, output = timed(warm, cwd=ROOT)
    times = [list(map(float, it)) for it in re.findall(r"(?m)^([\d.]+) ([\d.]+)$", output)]
    line([it[0] for it in times], "1,000 models in 200 files, warm in one JVM")
    beside(f"processor {statistics.median(it[1] for it in times):.2f} s, memory at most {most:.0f} MB; {tables} tables")
