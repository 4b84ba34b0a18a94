"""Jobs that load models: what their metadata holds, which DDL it means, how a database differs.

Models are named by ``paths`` (single files, imported in order) or by ``module`` (a dotted name),
with ``sys_path`` put in front of the import path. ``metadata`` ("module:attribute") picks one
MetaData; otherwise every one with tables counts.
"""

import importlib
import importlib.util
import json
import sys
from pathlib import Path

import psycopg  # noqa: F401  (imported before the fork)
import sqlalchemy as sa
import sqlmodel
from alembic.autogenerate import compare_metadata as _alembic_compare
from alembic.runtime.migration import MigrationContext
from sqlalchemy.dialects import mysql, postgresql, sqlite

_DIALECTS = {"postgresql": postgresql.dialect, "sqlite": sqlite.dialect, "mysql": mysql.dialect, "mariadb": mysql.dialect}
_DRIVERS = {"postgresql": "postgresql+psycopg"}


def _dialect(name):
    if name not in _DIALECTS:
        raise LookupError(f"no dialect {name!r}; dialects: {', '.join(sorted(_DIALECTS))}")
    return _DIALECTS[name]()


_IMPORTED = {}


def _import_models(models):
    """Imports the models and returns every MetaData with tables that they filled."""
    key = json.dumps(models, sort_keys=True)
    if key not in _IMPORTED:  # a class cannot be mapped twice, and a session has several jobs
        _IMPORTED[key] = _import_anew(models)
    return _IMPORTED[key]


def _import_anew(models):
    for folder in reversed(models.get("sys_path", [])):
        sys.path.insert(0, folder)
    before = set(sys.modules)
    for path in models.get("paths", []):
        name = Path(path).stem
        spec = importlib.util.spec_from_file_location(name, path)
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    if models.get("module"):
        importlib.import_module(models["module"])
    if models.get("metadata"):
        module, _, attribute = models["metadata"].partition(":")
        found = importlib.import_module(module)
        for part in attribute.split("."):
            found = getattr(found, part)
        return [found]
    seen = [sqlmodel.SQLModel.metadata]
    # What was imported before the job has tables too (a dialect's catalog), and is no model.
    for module in [module for name, module in list(sys.modules.items()) if name not in before]:
        for value in list(vars(module).values()):
            candidate = getattr(value, "metadata", None) if isinstance(value, type) else value
            if isinstance(candidate, sa.MetaData) and not any(candidate is one for one in seen):
                seen.append(candidate)
    return [one for one in seen if one.tables]


def _one_metadata(models):
    found = _import_models(models)
    if len(found) > 1:
        raise LookupError(f"{len(found)} MetaData have tables; say which with 'metadata'")
    return found[0] if found else sqlmodel.SQLModel.metadata


def create_all(models, url):
    """Creates every table of the models in the database."""
    engine = sa.create_engine(url)
    for metadata in _import_models(models):
        metadata.create_all(engine)
    engine.dispose()


def metadata_ddl(models, dialect="postgresql"):
    """The statements that create_all sends, in order, as text without a semicolon."""
    statements = []

    def receive(statement, *_, **__):
        statements.append(str(statement.compile(dialect=engine.dialect)).strip())

    engine = sa.create_mock_engine(f"{_DRIVERS.get(dialect, dialect)}://", receive)
    for metadata in _import_models(models):
        metadata.create_all(engine, checkfirst=False)
    return statements


def compare_metadata(models, url, options=None):
    """What Alembic's autogenerate would change in the database, one text a difference, sorted."""
    engine = sa.create_engine(url)
    metadata = _one_metadata(models)
    settings = {
        "compare_type": True,
        "compare_server_default": True,
        "include_schemas": any(it.schema for it in metadata.tables.values()),
        **(options or {}),
    }
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=settings)
        differences = _alembic_compare(context, metadata)
    engine.dispose()
    return sorted(line for difference in differences for line in _difference(difference))


def _difference(difference):
    if isinstance(difference, list):
        for change in difference:
            kind, schema, table, column, _, old, new = change
            yield f"{kind} {_dotted(schema, table)}.{column}: {_shown(old)} -> {_shown(new)}"
        return
    kind, subject = difference[0], difference[-1]
    if isinstance(subject, sa.Column):
        yield f"{kind} {_dotted(difference[1], difference[2])}.{subject.name} {subject.type!r}"
    elif isinstance(subject, sa.Table):
        yield f"{kind} {subject.fullname}"
    elif isinstance(subject, (sa.Index, sa.Constraint)):
        columns = ", ".join(str(c.name) for c in getattr(subject, "columns", []))
        yield f"{kind} {subject.table.fullname} {subject.name} ({columns})"
    else:
        yield repr(difference)


def _dotted(schema, name):
    return f"{schema}.{name}" if schema else name


def _shown(value):
    if isinstance(value, sa.DefaultClause):
        return str(value.arg)
    return repr(value) if not isinstance(value, sa.sql.ClauseElement) else str(value)


def metadata_facts(models, dialect="postgresql"):
    """Tables, enums and sequences of the models as plain data, names as the database gets them."""
    speaks = _dialect(dialect)
    tables, enums, sequences = [], {}, {}
    for metadata in _import_models(models):
        for table in metadata.sorted_tables:
            tables.append(_table_facts(table, speaks))
            for column in table.columns:
                for kind in _enums_in(column.type, speaks):
                    enums[_dotted(kind.schema, kind.name)] = list(kind.enums)
        for sequence in metadata._sequences.values():
            sequences[_dotted(sequence.schema, sequence.name)] = {"start": sequence.start, "increment": sequence.increment}
    tables.sort(key=lambda table: (table["schema"] or "", table["name"]))
    return {"tables": tables, "enums": dict(sorted(enums.items())), "sequences": dict(sorted(sequences.items()))}


def _enums_in(kind, dialect):
    kind = kind.dialect_impl(dialect) if not isinstance(kind, sa.Enum) else kind
    kind = getattr(kind, "impl", kind) if isinstance(kind, sa.types.TypeDecorator) else kind
    if isinstance(kind, sa.ARRAY):
        yield from _enums_in(kind.item_type, dialect)
    elif isinstance(kind, sa.Enum) and kind.native_enum and dialect.name == "postgresql":
        yield kind


def _table_facts(table, dialect):
    constraints = [_constraint_facts(one, dialect) for one in table.constraints]
    indexes = [_index_facts(one, dialect) for one in table.indexes]
    return {
        "schema": table.schema,
        "name": table.name,
        "comment": table.comment,
        "columns": [_column_facts(column, dialect) for column in table.columns],
        "constraints": sorted((one for one in constraints if one), key=_by_name),
        "indexes": sorted(indexes, key=_by_name),
    }


def _by_name(facts):
    return (facts.get("kind", ""), facts["name"] or "", str(facts.get("columns", "")))


def _column_facts(column, dialect):
    compiler = dialect.ddl_compiler(dialect, None)
    default = column.server_default
    return {
        "name": column.name,
        "type": column.type.compile(dialect=dialect),
        "nullable": column.nullable,
        "primary_key": column.primary_key,
        "autoincrement": column is column.table._autoincrement_column,
        "default": compiler.get_column_default_string(column) if isinstance(default, sa.DefaultClause) else None,
        "identity": None if column.identity is None else {"always": bool(column.identity.always)},
        "computed": None if column.computed is None else _text(column.computed.sqltext, dialect),
        "comment": column.comment,
    }


def _text(expression, dialect):
    return str(expression.compile(dialect=dialect, compile_kwargs={"literal_binds": True, "include_table": False}))


def _name(subject, dialect):
    """The final name, conventions and truncation done; None when the database is to choose it."""
    if subject.name is None:
        return None
    preparer = dialect.identifier_preparer
    name = preparer.format_index(subject) if isinstance(subject, sa.Index) else preparer.format_constraint(subject)
    if not name:
        return None
    if name[0] == preparer.initial_quote:
        return name[1:-1].replace(preparer.escape_quote * 2, preparer.escape_quote)
    return name


def _key_columns(key):
    """As CREATE TABLE lists them: of a key that columns ask for the counting one comes first."""
    return key.columns_autoinc_first if key._implicit_generated else key.columns


def _constraint_facts(constraint, dialect):
    name = _name(constraint, dialect)
    facts = {"name": name, "columns": [column.name for column in getattr(constraint, "columns", [])]}
    for option in ("deferrable", "initially"):
        if getattr(constraint, option, None) is not None:
            facts[option] = getattr(constraint, option)
    match constraint:
        case sa.PrimaryKeyConstraint():
            facts["columns"] = [column.name for column in _key_columns(constraint)]
            return {"kind": "primary_key", **facts} if facts["columns"] else None
        case sa.ForeignKeyConstraint():
            target = constraint.elements[0].column.table
            return {
                "kind": "foreign_key",
                **facts,
                "columns": list(constraint.column_keys),
                "target_schema": target.schema,
                "target": target.name,
                "target_columns": [element.column.name for element in constraint.elements],
                "ondelete": constraint.ondelete,
                "onupdate": constraint.onupdate,
            }
        case sa.UniqueConstraint():
            return {"kind": "unique", **facts}
        case postgresql.ExcludeConstraint():
            return {"kind": "exclude", **facts, "using": constraint.using}
        case sa.CheckConstraint():
            # Types make CHECKs of their own that only some databases get.
            rule = constraint._create_rule
            if rule is not None and not rule(dialect.ddl_compiler(dialect, None)):
                return None
            return {"kind": "check", "name": name, "sql": _text(constraint.sqltext, dialect)}
    return {"kind": type(constraint).__name__, **facts}


def _index_facts(index, dialect):
    options = {}
    for key, value in index.dialect_options[dialect.name].items():
        if value:
            options[key] = _text(value, dialect) if isinstance(value, sa.sql.ClauseElement) else _option(value)
    return {
        "name": _name(index, dialect),
        "unique": bool(index.unique),
        "columns": [_text(expression, dialect) for expression in index.expressions],
        "options": options,
    }


def _option(value):
    if isinstance(value, dict):
        return {str(key): str(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [getattr(one, "name", one) for one in value]
    return value
