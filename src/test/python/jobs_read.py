"""Facts about models and scripts, to hold the readers to."""

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
