"""What MariaDB does with a statement: which ALGORITHM and LOCK it accepts for it."""

import re

import sqlalchemy as sa

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
