"""What SQLite does for an operation of Alembic: which pages it writes, and how much work it does."""

import os
import struct
import tempfile

import sqlalchemy as sa
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

_HEADER = 32
_FRAME = 24
_STEPS = 100


def sqlite_work(base, rows, forms):
    """Returns for each form, a body for ``op``, what real Alembic makes SQLite do on the base.

    Counted are pages of the file that were there and are written, pages that are new, and steps of
    SQLite's machine, of which reading a row takes several.
    """
    return [_measured(base, rows, form) for form in forms]


def _measured(base, rows, form):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "db")
        engine = sa.create_engine("sqlite:///" + path, poolclass=sa.pool.NullPool)
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for statement in ("PRAGMA journal_mode=WAL", "PRAGMA wal_autocheckpoint=0", *base, *rows):
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            size = connection.exec_driver_sql("PRAGMA page_size").scalar()
            there = os.path.getsize(path) // size
            steps = []
            connection.connection.driver_connection.set_progress_handler(lambda: steps.append(1), _STEPS)
            operations = Operations(MigrationContext.configure(connection))
            exec(form, {"op": operations, "sa": sa})
            written = _pages(path + "-wal", size)
        engine.dispose()
    old = sum(1 for page in written if page <= there)
    return {"there": there, "old": old, "new": len(written) - old, "steps": len(steps) * _STEPS}


def _pages(log, size):
    with open(log, "rb") as file:
        content = file.read()
    return {
        struct.unpack_from(">I", content, at)[0] for at in range(_HEADER, len(content) - size + 1, _FRAME + size)
    }
