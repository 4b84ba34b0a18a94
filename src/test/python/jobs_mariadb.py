"""What MariaDB does with a statement: which ALGORITHM and LOCK it takes, which names it gives."""

import re

import sqlalchemy as sa
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

_ALGORITHMS = ("INSTANT", "NOCOPY", "INPLACE", "COPY")
_LOCKS = ("NONE", "SHARED", "EXCLUSIVE")


def mariadb_algorithms(server, base, forms):
    """Returns for each statement the cheapest algorithm and the weakest lock, each run on the base."""
    database = "limbeck_algorithms"
    with sa.create_engine(server + "mysql", isolation_level="AUTOCOMMIT").connect() as connection:
        try:
            return [_measured(connection, database, base, form) for form in forms]
        finally:
            connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {database}")


def _measured(connection, database, base, form):
    fresh = False
    cheapest = None
    for algorithm in _ALGORITHMS:
        fresh = fresh or _reset(connection, database, base)
        if _accepted(connection, form, f"ALGORITHM={algorithm}"):
            fresh, cheapest = False, algorithm
            break
    for lock in _LOCKS if cheapest else ():
        fresh = fresh or _reset(connection, database, base)
        if _accepted(connection, form, f"ALGORITHM={cheapest}, LOCK={lock}"):
            return [cheapest, lock]
    raise ValueError(f"MariaDB refuses {form}")


def _reset(connection, database, base):
    for statement in (
        f"DROP DATABASE IF EXISTS {database}",
        f"CREATE DATABASE {database} CHARACTER SET utf8mb4",
        f"USE {database}",
        *base,
    ):
        connection.exec_driver_sql(statement)
    return True


def _accepted(connection, form, clauses):
    try:
        connection.exec_driver_sql(_with(form, clauses))
    except sa.exc.DBAPIError as refusal:
        if refusal.orig.args[0] in (1845, 1846):  # not supported, with or without a reason
            return False
        raise
    return True


def _with(form, clauses):
    dropped = re.fullmatch(r"DROP INDEX (\S+) ON (\S+)", form)
    if dropped:  # takes no such clause, and is short for this
        form = "ALTER TABLE {1} DROP INDEX {0}".format(*dropped.groups())
    return f"{form} {clauses.replace(',', '')}" if form.startswith("CREATE ") else f"{form}, {clauses}"


def mariadb_names(server, scripts):
    """Returns for each script's lines the names of the foreign keys and checks that are there after it."""
    database = "limbeck_names"
    engine = sa.create_engine(server + "mysql", isolation_level="AUTOCOMMIT")
    result = []
    with engine.connect() as connection:
        for script in scripts:
            _reset(connection, database, ())
            operations = Operations(MigrationContext.configure(connection))
            exec(compile(script, "<script>", "exec"), {"op": operations, "sa": sa})
            result.append(sorted(_names(connection)))
        connection.exec_driver_sql(f"DROP DATABASE {database}")
    engine.dispose()
    return result


def _names(connection):
    keys = (
        "SELECT table_name, constraint_name, column_name FROM information_schema.key_column_usage"
        " WHERE constraint_schema = DATABASE() AND referenced_table_name IS NOT NULL"
    )
    for table, name, column in connection.exec_driver_sql(keys):
        yield f"{table}.{name}: {column}"
    checks = (
        "SELECT table_name, constraint_name, check_clause FROM information_schema.check_constraints"
        " WHERE constraint_schema = DATABASE() AND level = 'Table'"
    )
    for table, name, clause in connection.exec_driver_sql(checks):
        yield f"{table}.{name}: {re.sub('[` ]', '', clause).lower()}"
