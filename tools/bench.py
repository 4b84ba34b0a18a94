"""Times the usual commands on the examples, on a generated history of 1,000 revisions, on a
generated project of 1,000 models, and on one that has both.

Several runs each, median and spread, plain text. "cold" reads every script anew, "warm" finds what
the run before has kept. "cpu" is processor time, user and system: the clock of a busy machine lies.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import bench_generate
import bench_models

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = [
    ["--version"],
    ["heads", "-C", "examples/todo"],
    ["schema", "--from", "models", "-C", "examples/todo"],
    ["schema", "--from", "history", "-C", "examples/todo"],
    ["check", "-C", "examples/todo"],
    ["check", "-C", "examples/template"],
    ["generate", "--dry-run", "-m", "bench", "-C", "examples/todo"],
]


HEAD = """\"\"\"revision {number}

Revision ID: {id}
Revises: {parent}
Create Date: 2024-01-01 00:00:00

\"\"\"
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


revision: str = "{id}"
down_revision: Union[str, Sequence[str], None] = {down}
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


"""

# What a project does again and again: a table, then changes of it.
BODIES = [
    """op.create_table("{t}",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("amount", sa.Numeric(10, 2), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_index(op.f("ix_{t}_made"), "{t}", ["made"], unique=False)""",
    """op.add_column("{t}", sa.Column("extra", sa.String(), nullable=True))""",
    """op.add_column("{t}", sa.Column("parent_id", sa.Integer(), nullable=True))
    op.create_foreign_key(None, "{t}", "table_0", ["parent_id"], ["id"], ondelete="CASCADE")""",
    """op.alter_column("{t}", "amount", existing_type=sa.Numeric(10, 2), nullable=False)""",
    """op.execute("UPDATE {t} SET name = 'x' WHERE name IS NULL")
    with op.batch_alter_table("{t}") as batch_op:
        batch_op.alter_column("name", existing_type=sa.String(length=200), type_=sa.Text())""",
]


def generate(folder, count):
    """Writes a chain of revisions such as autogenerate writes them."""
    parent = None
    for number in range(count):
        identifier = f"{0xABC000000000 + number * 7919:012x}"
        body = BODIES[number % len(BODIES)].format(t=f"table_{number // len(BODIES)}")
        text = HEAD.format(number=number, id=identifier, parent=parent or "", down=repr(parent))
        text += f"def upgrade() -> None:\n    {body}\n\n\ndef downgrade() -> None:\n    pass\n"
        Path(folder, f"{identifier}_r{number}.py").write_text(text, encoding="utf-8")
        parent = identifier


def run(arguments, cache=None):
    environment = {**os.environ, **({"LIMBECK_CACHE": cache} if cache else {})}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    done = subprocess.run(
        ["./limbeck", *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=environment,
    )
    seconds = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, processor, done


def main():
    runs = 7
    if len(sys.argv) > 1:
        if not sys.argv[1].isdigit() or int(sys.argv[1]) < 1:
            sys.exit(f"dev: bench takes a number of runs, not '{sys.argv[1]}'.\n     For example './dev bench 15'.")
        runs = int(sys.argv[1])
    run(["--version"])  # builds, and fills the file cache
    print(f"{'median':>8} {'min':>8} {'max':>8} {'cpu':>8}  exit  command ({runs} runs)")
    for arguments in COMMANDS:
        measure(runs, arguments, " ".join(arguments))
    with tempfile.TemporaryDirectory() as folder:
        scripts = os.path.join(folder, "versions")
        os.mkdir(scripts)
        generate(scripts, 1000)
        for command in (["heads"], ["history"], ["schema", "--from", "history"], ["show", "head"], ["review", "head"]):
            arguments = [*command, "--scripts", scripts, "--naming-convention", "{}"]
            text = " ".join(command) + ", 1,000 revisions"
            measure(runs, [*arguments, "--no-cache"], text + ", cold")
            cache = os.path.join(folder, "cache")
            run(arguments, cache)
            measure(runs, arguments, text + ", warm", cache)
    with tempfile.TemporaryDirectory() as folder:
        bench_models.measure(folder, runs)
    with tempfile.TemporaryDirectory() as folder:
        bench_generate.measure(folder, runs)


def measure(runs, arguments, text, cache=None):
    times, processors, codes = [], [], set()
    for _ in range(runs):
        seconds, processor, done = run(arguments, cache)
        times.append(seconds)
        processors.append(processor)
        codes.add(done.returncode)
    print(
        f"{statistics.median(times) * 1000:6.0f}ms {min(times) * 1000:6.0f}ms {max(times) * 1000:6.0f}ms"
        f" {statistics.median(processors) * 1000:6.0f}ms"
        f"  {'/'.join(map(str, sorted(codes))):>4}  limbeck {text}"
    )


if __name__ == "__main__":
    main()
