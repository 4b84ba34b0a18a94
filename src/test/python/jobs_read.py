"""Facts about models and scripts, to hold the readers to."""

import sqlite3
import sys
import warnings
from pathlib import Path

import model_facts as _model_facts


def model_facts(folder, modules, dialect):
    """What SQLAlchemy makes of modules in a folder, as model_facts.py states it."""
    warnings.simplefilter("ignore")
    sys.path.insert(0, str(Path(folder)))
    facts = _model_facts.Facts(dialect)
    tables, sequences = {}, {}
    for metadata in _model_facts.collect(modules):
        for table in metadata.tables.values():
            tables.setdefault((table.schema or "", table.name), facts.table(table))
        for sequence in metadata._sequences.values():
            sequences[(sequence.schema or "", sequence.name)] = sequence.start
    return {
        "tables": [tables[it] for it in sorted(tables)],
        "enums": [
            {"schema": schema or None, "name": name, "labels": labels}
            for (schema, name), labels in sorted(facts.enums.items())
        ],
        "sequences": [
            {"schema": schema or None, "name": name, "options": {"start": start}}
            for (schema, name), start in sorted(sequences.items())
        ],
    }


def execute_sqlite(script, schemas):
    """Executes a script in a new SQLite database; returns the tables that are there then."""
    connection = sqlite3.connect(":memory:")
    for schema in schemas:
        connection.execute(f'ATTACH \':memory:\' AS "{schema}"')
    connection.executescript(script)
    found = []
    for schema in ["main", *schemas]:
        rows = connection.execute(f"SELECT name FROM \"{schema}\".sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        found += [schema + "." + row[0] for row in rows]
    return sorted(found)
