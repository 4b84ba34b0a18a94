"""How long limbeck takes to generate a revision of three changes for 1,000 models whose history has
1,000 revisions, each of which creates one of their tables.

The history is written as autogenerate writes it, and agrees with the models of bench_models.
"""

import os
import statistics
import subprocess
from pathlib import Path

import bench_models

HEAD = '''"""create {table}

Revision ID: {id}
Revises: {parent}
Create Date: 2024-01-01 00:00:00

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql


revision: str = "{id}"
down_revision: Union[str, Sequence[str], None] = {down}
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
'''

STATE = '''postgresql.ENUM("draft", "open", "done", name="state"'''

DECLARATIVE = '''    op.create_table(
        "{table}",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("amount", sa.Numeric(precision=12, scale=2), server_default="0", nullable=False),
        sa.Column("state", {state}, create_type=False), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_{table}_amount")),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["{parent}.id"], name=op.f("fk_{table}_parent_id_{parent}"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_{table}")),
        sa.UniqueConstraint("code", name=op.f("uq_{table}_code")),
        sa.UniqueConstraint("name", "code", name=op.f("uq_{table}_name_code")),
        comment="Things of {title}",
    )
    op.create_index(op.f("ix_{table}_name"), "{table}", ["name"], unique=False)
    op.create_index(
        op.f("ix_{table}_state"), "{table}", ["state"], unique=False, postgresql_where=sa.text("state <> 'done'")
    )
'''

SQLMODEL = '''    op.create_table(
        "{table}",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("state", {state}, create_type=False), nullable=True),
        sa.Column("thing_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["thing_id"], ["{parent}.id"], name=op.f("fk_{table}_thing_id_{parent}"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_{table}")),
    )
    op.create_index(op.f("ix_{table}_owner"), "{table}", ["owner"], unique=False)
    op.create_index(op.f("ix_{table}_thing_id"), "{table}", ["thing_id"], unique=False)
    op.create_index(op.f("ix_{table}_title_done"), "{table}", ["title", "done"], unique=False)
'''

# A new column, a longer text, and an index more: one change each in three tables.
CHANGES = {
    50: ("    note: Mapped[Optional[str]]", "    extra: Mapped[Optional[int]]\n    note: Mapped[Optional[str]]"),
    100: ("title: str = Field(max_length=200)", "title: str = Field(max_length=250)"),
    150: ("    done: bool = False", "    done: bool = Field(default=False, index=True)"),
}


def generate(folder):
    """Writes the project: models and the history that makes their tables."""
    bench_models.generate(folder)
    template = (bench_models.ROOT / "examples/todo/migrations/script.py.mako").read_text()
    Path(folder, "migrations", "script.py.mako").write_text(template)
    before = None
    for number in range(bench_models.FILES):
        for letter in "ABCDE":
            before = _revision(folder, number, letter, before)


def _revision(folder, number, letter, before):
    title = f"{number:03}{letter}"
    declarative = letter in "ABC"
    table = ("thing" if declarative else "item") + title.lower()
    parent = f"thing{max(number - 1, 0) if declarative else number:03}a"
    identifier = f"{0xABC000000000 + (number * 5 + 'ABCDE'.index(letter)) * 7919:012x}"
    text = HEAD.format(table=table, id=identifier, parent=before or "", down=repr(before))
    if before is None:
        text += f"    {STATE}).create(op.get_bind())\n"
    body = DECLARATIVE if declarative else SQLMODEL
    text += body.format(table=table, title=title, parent=parent, state=STATE)
    text += f'\n\ndef downgrade() -> None:\n    op.drop_table("{table}")\n'
    Path(folder, "migrations", "versions", f"{identifier}_create_{table}.py").write_text(text)
    return identifier


def change(folder):
    """Changes three of the models."""
    for number, (old, new) in CHANGES.items():
        file = Path(folder, "app", "models", f"m{number:03}.py")
        text = file.read_text()
        if old not in text:
            raise SystemExit(f"dev: {file} has no line to change.")
        file.write_text(text.replace(old, new, 1))


def measure(folder, runs):
    """Generates a revision without writing it, without a proof and with one."""
    generate(folder)
    environment = {**os.environ, "LIMBECK_CACHE": str(Path(folder, "cache"))}
    check = ["./limbeck", "check", "-C", folder]
    bench_models.timed(check, cwd=bench_models.ROOT, env=environment)  # fails where they disagree; fills the cache
    change(folder)
    words = ["./limbeck", "generate", "--dry-run", "-m", "bench", "-C", folder]
    for text, options in ((", not proven", ["--no-verify"]), (", proven", [])):
        results = [
            bench_models.timed([*words, *options], cwd=bench_models.ROOT, env=environment) for _ in range(runs)
        ]
        bench_models.line([it[0] for it in results], f"generate, 3 changes, 1,000 models, 1,000 revisions, warm{text}")
        processor, most = statistics.median(it[1] for it in results), max(it[2] for it in results)
        bench_models.beside(f"processor {processor:.2f} s, memory at most {most:.0f} MB")
