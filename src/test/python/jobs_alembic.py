"""Jobs that run Alembic itself: a history up and down, its offline SQL, a few operations.

A history is a dictionary:

    script_dir          folder with the revisions, or with "versions" in it
    version_locations   instead: several folders
    recursive           look into sub-folders too
    models              as in jobs_models; gives target_metadata, and so the naming convention
    naming_convention   instead of models: the convention alone
    options             more keywords for context.configure()
    sys_path            folders for what the scripts import
    config              an alembic.ini; with use_project_env its own env.py is run, in its folder,
                        with sqlalchemy.url and DATABASE_URL set to the url
    x                   values of -x for that env.py
    environment         environment variables for that env.py
"""

import argparse
import contextlib
import io
import os
import re
import sys
import tempfile
import textwrap
from pathlib import Path

import alembic
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.operations import Operations
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

import jobs_models

# Ours, so that no project's settings are needed. What it must know comes in config.attributes.
_NEUTRAL_ENV = '''
from alembic import context
import sqlalchemy as sa

judge = context.config.attributes["judge"]
common = {"target_metadata": judge["metadata"], "on_version_apply": judge["applied"], **judge["options"]}
if context.is_offline_mode():
    context.configure(dialect_name=judge["dialect"], literal_binds=True, **common)
    with context.begin_transaction():
        context.run_migrations()
else:
    engine = sa.create_engine(judge["url"], poolclass=sa.pool.NullPool)
    with engine.connect() as connection:
        context.configure(connection=connection, **common)
        with context.begin_transaction():
            context.run_migrations()
'''


def alembic_upgrade(history, url, target="head"):
    """Runs `alembic upgrade`; returns the steps taken and the rows of alembic_version."""
    return _run(history, url, lambda config: command.upgrade(config, target))


def alembic_downgrade(history, url, target):
    """Runs `alembic downgrade`; returns the steps taken and the rows of alembic_version."""
    return _run(history, url, lambda config: command.downgrade(config, target))


def offline_sql(history, range, dialect="postgresql", direction="upgrade"):
    """The text that `alembic upgrade FROM:TO --sql` (or downgrade) prints."""
    out = io.StringIO()
    with _configured(history, f"{jobs_models._DRIVERS.get(dialect, dialect)}://", dialect, out) as (config, _):
        getattr(command, direction)(config, range, sql=True)
    return out.getvalue()


def lower(operations, dialect="postgresql", naming_convention=None, options=None):
    """The statements that Alembic renders offline for Python lines that use `op` and `sa`."""
    statements = _Statements()
    context = MigrationContext.configure(
        dialect_name=dialect,
        opts={
            "as_sql": True,
            "literal_binds": True,
            "output_buffer": statements,
            "target_metadata": sa.MetaData(naming_convention=naming_convention),
            **(options or {}),
        },
    )
    names = {"sa": sa, "alembic": alembic, "__name__": "operations"}
    exec("import sqlmodel\nfrom sqlalchemy.dialects import mysql, postgresql, sqlite\n", names)
    with Operations.context(context) as op:
        names["op"] = op
        exec(compile(textwrap.dedent(operations), "operations", "exec"), names)
    return statements.texts


def columns_on_sqlite(scripts, table):
    """The columns of a table, in order, after each text of Python lines has run on a database in
    memory of its own; where Alembic fails, the error's class."""
    return _on_sqlite(scripts, lambda connection: [it["name"] for it in sa.inspect(connection).get_columns(table)])


def checks_and_indexes_on_sqlite(scripts, table):
    """The checks of a table, as name and text, and the statements of its indexes, after each text of
    Python lines has run on a database in memory of its own; where Alembic fails, the error's class."""

    def look(connection):
        checks = sa.inspect(connection).get_check_constraints(table)
        indexes = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        return sorted([f"{it['name'] or ''} {it['sqltext']}" for it in checks] + [sql for (sql,) in indexes])

    return _on_sqlite(scripts, look)


def _on_sqlite(scripts, look):
    answers = []
    for operations in scripts:
        engine = sa.create_engine("sqlite://")
        with engine.connect() as connection:
            try:
                with Operations.context(MigrationContext.configure(connection)) as op:
                    exec(compile(textwrap.dedent(operations), "operations", "exec"), {"sa": sa, "op": op})
                answers.append(look(connection))
            except Exception as error:  # whatever it is, it is the answer
                answers.append(type(error).__name__)
        engine.dispose()
    return answers


def query(url, sql):
    """Runs one statement in a transaction of its own; returns its rows, values as text."""
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        result = connection.exec_driver_sql(sql)
        rows = [[None if value is None else str(value) for value in row] for row in result] if result.returns_rows else []
    engine.dispose()
    return rows


def all_rows(url):
    """Every row of every table but Alembic's own, one text a row, in an order that is always the same."""
    engine = sa.create_engine(url)
    lines = []
    with engine.connect() as connection:
        inspector = sa.inspect(connection)
        system = {"information_schema"}
        schemas = set(inspector.get_schema_names()) - system
        if engine.dialect.name in ("mysql", "mariadb"):
            schemas = {inspector.default_schema_name}  # the others are other databases
        for schema in sorted(schemas):
            for table in sorted(inspector.get_table_names(schema=schema)):
                if table == "alembic_version":
                    continue
                names = sorted(column["name"] for column in inspector.get_columns(table, schema=schema))
                listed = sa.table(table, *(sa.column(name) for name in names), schema=schema)
                lines += sorted(_row(table, row) for row in connection.execute(sa.select(listed)).mappings())
    engine.dispose()
    return lines


def _row(table, row):
    return table + ": " + ", ".join(f"{name}={value!r}" for name, value in row.items())


def sqlite_round_trip(history, start, rows=""):
    """Runs a history up, down and up on SQLite; returns the catalog and the rows at each station."""
    with tempfile.TemporaryDirectory(prefix="judge-") as folder:
        return _round_trip(
            history, start, rows, f"sqlite:///{folder}/migrated.db", f"sqlite:///{folder}/wanted.db", _sqlite_catalog
        )


def mariadb_round_trip(history, start, server, rows=""):
    """Runs a history up, down and up on MariaDB; returns the catalog and the rows at each station."""
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for name in ("migrated", "wanted"):
            connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name}")
            connection.exec_driver_sql(f"CREATE DATABASE {name} CHARACTER SET utf8mb4")
    engine.dispose()
    return _round_trip(history, start, rows, server + "migrated", server + "wanted", _mariadb_catalog)


def _round_trip(history, start, rows, url, wanted, catalog):
    said = {}
    if start in _ids(history):
        alembic_upgrade(history, url, start)
    else:
        start = "base"
    if rows:
        run_script(url, rows)
    said["before"] = catalog(url)
    alembic_upgrade(history, url)
    said["after"] = catalog(url)
    # MariaDB calls now() current_timestamp(), which Alembic takes for another default.
    options = {} if url.startswith("sqlite") else {"compare_server_default": False}
    options["include_name"] = lambda name, kind, _: kind != "table" or not _is_archive(name)
    said["differences"] = jobs_models.compare_metadata(history["models"], url, options)
    said["rows_after"] = all_rows(url)
    jobs_models.create_all(history["models"], wanted)
    said["wanted"] = catalog(wanted)
    if said["differences"]:
        # What Alembic misses where the models have just been created says nothing of the history.
        always = jobs_models.compare_metadata(history["models"], wanted, options)
        said["differences"] = [it for it in said["differences"] if it not in always]
    alembic_downgrade(history, url, start)
    said["back"] = catalog(url)
    said["rows_back"] = all_rows(url)
    alembic_upgrade(history, url)
    said["again"] = catalog(url)
    return said


def _ids(history):
    with _configured(history, "sqlite://", "sqlite", None) as (config, _):
        return {it.revision for it in ScriptDirectory.from_config(config).walk_revisions()}


def run_script(url, script):
    """Runs statements in one transaction; each but the last ends with a semicolon and a new line."""
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        for statement in script.split(";\n"):
            if statement.strip():
                connection.exec_driver_sql(statement)
    engine.dispose()


def _sqlite_catalog(url):
    """What PRAGMAs and SQLAlchemy's reading of the stored SQL tell, in an order of its own."""
    engine = sa.create_engine(url)
    catalog = {}
    with engine.connect() as connection:
        inspector = sa.inspect(connection)
        for table in sorted(inspector.get_table_names()):
            if table == "alembic_version" or _is_archive(table):
                continue
            columns = connection.exec_driver_sql(f'PRAGMA table_xinfo("{table}")').all()
            catalog[table] = {
                "columns": sorted([list(it[1:]) for it in columns], key=str),
                "primary key": _plain(inspector.get_pk_constraint(table)),
                "foreign keys": _sorted(inspector.get_foreign_keys(table)),
                "unique": _sorted(inspector.get_unique_constraints(table)),
                "check": _sorted(inspector.get_check_constraints(table)),
                "indexes": sorted(
                    [name, sql.replace('"', "")]
                    for name, sql in connection.exec_driver_sql(
                        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
                        " AND tbl_name = ?",
                        (table,),
                    )
                ),
            }
    engine.dispose()
    return catalog


_MARIADB_CATALOG = {
    "columns": "SELECT table_name, column_name, column_type, is_nullable, column_default, extra, collation_name,"
    " column_comment, generation_expression FROM information_schema.columns WHERE table_schema = DATABASE()",
    "indexes": "SELECT table_name, index_name, seq_in_index, column_name, collation, non_unique, sub_part, index_type"
    " FROM information_schema.statistics WHERE table_schema = DATABASE()",
    "checks": "SELECT table_name, constraint_name, check_clause FROM information_schema.check_constraints"
    " WHERE constraint_schema = DATABASE()",
    "foreign keys": "SELECT k.table_name, k.constraint_name, k.column_name, k.ordinal_position,"
    " k.referenced_table_name, k.referenced_column_name, r.update_rule, r.delete_rule"
    " FROM information_schema.key_column_usage k JOIN information_schema.referential_constraints r"
    " ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name"
    " AND r.table_name = k.table_name WHERE k.constraint_schema = DATABASE()",
    "tables": "SELECT table_name, engine, table_comment FROM information_schema.tables"
    " WHERE table_schema = DATABASE()",
}


def _mariadb_catalog(url):
    """What information_schema tells, without the names of constraints and of their indexes.

    MariaDB numbers them as they come, so that they say nothing about how a table was made.
    """
    engine = sa.create_engine(url)
    catalog = {}
    with engine.connect() as connection:
        for part, select in _MARIADB_CATALOG.items():
            result = connection.exec_driver_sql(select)
            names = [it.lower() for it in result.keys()]
            rows = result.all()
            catalog[part] = sorted(
                [str(it) for column, it in zip(names, row) if column not in ("constraint_name", "index_name")]
                for row in rows
                if row[0] != "alembic_version" and not _is_archive(row[0])
            )
    engine.dispose()
    return catalog


def _is_archive(table):
    """Whether a table is one in which --keep-data keeps what is dropped: no model states it."""
    return table.startswith("limbeck_archive_")


def _sorted(found):
    return sorted((_plain(it) for it in found), key=str)


def _plain(value):
    # Batch mode can neither add nor drop what has no name, so a name is no difference here.
    return {name: str(it) for name, it in sorted(value.items()) if name != "name"}


class _Statements:
    """An output buffer that keeps each statement apart: Alembic writes one statement a call."""

    def __init__(self):
        self.texts = []

    def write(self, text):
        text = text.strip()
        self.texts.append(text[:-1] if text.endswith(";") else text)

    def flush(self):
        pass


def _run(history, url, act):
    with _configured(history, url, sa.make_url(url).get_backend_name(), None) as (config, steps):
        act(config)
    table = history.get("options", {}).get("version_table", "alembic_version")
    schema = history.get("options", {}).get("version_table_schema")
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        present = sa.inspect(connection).has_table(table, schema=schema)
        listed = sa.table(table, sa.column("version_num"), schema=schema)
        rows = connection.scalars(sa.select(listed.c.version_num)).all() if present else []
    engine.dispose()
    return {"steps": steps, "versions": sorted(rows)}


@contextlib.contextmanager
def _configured(history, url, dialect, out):
    """Yields an Alembic Config for the history, and the list that its steps are added to."""
    steps = []
    if history.get("use_project_env"):
        _watch_steps(steps)
        yield _project_config(history, url, out), steps
        return
    for folder in reversed(history.get("sys_path", [])):
        sys.path.insert(0, folder)
    with tempfile.TemporaryDirectory(prefix="judge-") as neutral:
        Path(neutral, "env.py").write_text(_NEUTRAL_ENV, "utf-8")
        config = Config(output_buffer=out)
        _set(config, "script_location", neutral)
        _set(config, "version_locations", "\n".join(_version_locations(history)))
        _set(config, "path_separator", "newline")
        if history.get("recursive"):
            _set(config, "recursive_version_locations", "true")
        config.attributes["judge"] = {
            "url": url,
            "dialect": dialect,
            "metadata": _target_metadata(history),
            "options": history.get("options", {}),
            "applied": _adding_to(steps),
        }
        yield config, steps


def _adding_to(steps):
    return lambda step, **_: steps.append({"up": step.is_upgrade, "revisions": sorted(step.up_revision_ids)})


def _watch_steps(steps):
    """Has each step of a project's own env.py noted too, beside what it asks for itself."""
    configure = EnvironmentContext.configure

    def watched(self, *positional, on_version_apply=None, **named):
        own = on_version_apply or ()
        own = tuple(own) if isinstance(own, (list, tuple)) else (own,)
        configure(self, *positional, on_version_apply=(*own, _adding_to(steps)), **named)

    EnvironmentContext.configure = watched


def _version_locations(history):
    if history.get("version_locations"):
        return history["version_locations"]
    folder = Path(history["script_dir"])
    if not folder.is_dir():
        raise FileNotFoundError(f"no folder {folder}")
    return [str(folder / "versions" if (folder / "versions").is_dir() else folder)]


def _target_metadata(history):
    if history.get("models"):
        found = jobs_models._import_models(history["models"])
        return found[0] if len(found) == 1 else found
    return sa.MetaData(naming_convention=history.get("naming_convention"))


def _project_config(history, url, out):
    file = Path(history["config"]).resolve()
    os.chdir(file.parent)
    os.environ["DATABASE_URL"] = url
    os.environ.update(history.get("environment", {}))
    config = Config(str(file), output_buffer=out, cmd_opts=argparse.Namespace(x=history.get("x", [])))
    _set(config, "sqlalchemy.url", url)
    return config


def _set(config, name, value):
    config.set_main_option(name, value.replace("%", "%%"))
