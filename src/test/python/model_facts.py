"""States what real SQLAlchemy makes of models, as JSON, for one database.

Usage: model_facts.py DIALECT MODULE[:ATTRIBUTE] [MODULE…]

Imports the modules, collects every MetaData found on them (or the one named by ATTRIBUTE, a
declarative base or a MetaData), and prints tables, columns, constraints, indexes, enum types and the
CREATE statements. Run by the interpreter of the project under test.
"""

import importlib
import importlib.abc
import importlib.machinery
import json
import os
import pkgutil
import sys
import types
import warnings
from unittest import mock

import sqlalchemy
from sqlalchemy import MetaData
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.schema import (
    CheckConstraint,
    CreateIndex,
    CreateTable,
    ForeignKeyConstraint,
    PrimaryKeyConstraint,
    UniqueConstraint,
)

DIALECTS = {
    "postgresql": postgresql.dialect,
    "sqlite": sqlite.dialect,
    "mysql": mysql.dialect,
}


class StandIns(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports of packages that have no part in the models: the services a program talks to.

    Which they are is stated for each project (MODEL_FACTS_STAND_INS), since what stands in for a
    package that the models do use would falsify the facts.
    """

    def __init__(self, names):
        self.names = names

    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in self.names:
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec):
        module = types.ModuleType(spec.name)
        module.__getattr__ = lambda name: mock.MagicMock(name=name) if not name.startswith("__") else None
        module.__path__ = []
        return module

    def exec_module(self, module):
        pass


def collect(arguments):
    """Returns the MetaData objects of the modules, in order of appearance."""
    found = []
    modules = []
    for argument in arguments:
        name, _, attribute = argument.partition(":")
        module = importlib.import_module(name)
        if attribute:
            value = module
            for part in attribute.split("."):
                value = getattr(value, part)
            add(found, value if isinstance(value, MetaData) else value.metadata)
            continue
        modules.append(module)
        if hasattr(module, "__path__"):
            for info in pkgutil.walk_packages(module.__path__, name + "."):
                try:
                    modules.append(importlib.import_module(info.name))
                except Exception as error:  # a module that cannot be imported is said, not hidden
                    print(f"{info.name}: {error!r}", file=sys.stderr)
    for module in modules:
        for value in list(vars(module).values()):
            if isinstance(value, MetaData):
                add(found, value)
            elif isinstance(metadata_of(value), MetaData):
                add(found, value.metadata)
    return [it for it in found if it.tables]


def metadata_of(value):
    """What a value has as its metadata; a proxy to something that is not there has none."""
    try:
        return getattr(value, "metadata", None)
    except Exception:
        return None


def add(found, metadata):
    if all(metadata is not it for it in found):
        found.append(metadata)


class Facts:
    """What one database is told about a MetaData."""

    def __init__(self, name):
        self.name = name
        self.dialect = DIALECTS[name]()
        self.compiler = self.dialect.ddl_compiler(self.dialect, None)
        self.preparer = self.compiler.preparer
        # SQLAlchemy 1.4 has it under another name.
        self.types = getattr(self.dialect, "type_compiler_instance", None) or self.dialect.type_compiler
        self.enums = {}

    def constraint_name(self, constraint):
        name = None if constraint.name is None else self.preparer.format_constraint(constraint)
        return None if name is None else self.bare(name)

    def bare(self, name):
        quote = self.preparer.initial_quote
        return name[1:-1].replace(quote * 2, quote) if name.startswith(quote) else name

    def index_name(self, index):
        if index.name is None:
            return None
        try:
            name = self.preparer.format_index(index)
        except sqlalchemy.exc.IdentifierError:  # too long for the database, which its DDL says
            name = index.name
        return self.bare(name if name.startswith(self.preparer.initial_quote) else name.split(".")[-1])

    def column(self, column):
        table = column.table
        default = self.guarded(lambda: self.compiler.get_column_default_string(column))
        identity = column.identity
        computed = column.computed
        if self.name != "postgresql":
            identity = None
        return {
            "name": column.name,
            "type": self.guarded(lambda: self.types.process(column.type, type_expression=column)),
            "spec": self.guarded(lambda: self.compiler.get_column_specification(column)),
            "nullable": bool(column.nullable),
            "default": default,
            "autoincrement": self.counts(table, column),
            "identity": None if identity is None else {"always": bool(identity.always), "start": identity.start, "increment": identity.increment, "minimum": identity.minvalue, "maximum": identity.maxvalue, "cycle": identity.cycle, "cache": identity.cache},
            "computed": None if computed is None else {"sql": self.compiler.sql_compiler.process(computed.sqltext, include_table=False, literal_binds=True), "stored": computed.persisted},
            "comment": column.comment if self.name != "sqlite" else None,
        }

    def counts(self, table, column):
        spec = self.guarded(lambda: self.compiler.get_column_specification(column))
        if self.name == "postgresql":
            return " SERIAL" in spec or " BIGSERIAL" in spec or " SMALLSERIAL" in spec
        if self.name == "mysql":
            return "AUTO_INCREMENT" in spec
        return table._autoincrement_column is column

    def guarded(self, action):
        try:
            return action()
        except Exception as error:
            return f"<{type(error).__name__}: {error}>"

    @staticmethod
    def key_columns(key):
        """As CREATE TABLE lists them: of a key that columns ask for the counting one comes first."""
        return key.columns_autoinc_first if key._implicit_generated else key.columns

    def constraint(self, constraint):
        name = self.guarded(lambda: self.constraint_name(constraint))
        if isinstance(constraint, PrimaryKeyConstraint):
            return {"kind": "primary_key", "name": name, "columns": [it.name for it in self.key_columns(constraint)]}
        if isinstance(constraint, ForeignKeyConstraint):
            target = constraint.elements[0].column.table
            return {
                "kind": "foreign_key", "name": name,
                "columns": [it.parent.name for it in constraint.elements],
                "target": [target.schema, target.name],
                "target_columns": [it.column.name for it in constraint.elements],
                "on_delete": action(constraint.ondelete), "on_update": action(constraint.onupdate),
                "match": constraint.match, "deferral": deferral(constraint),
            }
        if isinstance(constraint, UniqueConstraint):
            options = constraint.dialect_options["postgresql"] if self.name == "postgresql" else {}
            return {
                "kind": "unique", "name": name, "columns": [it.name for it in constraint.columns],
                "nulls_not_distinct": bool(options.get("nulls_not_distinct")),
                "include": [getattr(it, "name", it) for it in options.get("include") or []],
                "deferral": deferral(constraint),
            }
        if isinstance(constraint, CheckConstraint):
            return {"kind": "check", "name": name, "sql": self.guarded(lambda: self.compiler.sql_compiler.process(constraint.sqltext, include_table=False, literal_binds=True))}
        return {
            "kind": "exclude", "name": name, "method": constraint.using,
            "elements": self.guarded(lambda: [self.excluded(constraint, *it) for it in constraint._render_exprs]),
            "where": None if constraint.where is None else self.guarded(lambda: self.compiler.sql_compiler.process(constraint.where, include_table=False, literal_binds=True)),
            "deferral": deferral(constraint),
        }

    def excluded(self, constraint, expression, name, operator):
        return {
            "sql": self.compiler.sql_compiler.process(expression, include_table=False, literal_binds=True),
            "operator_class": constraint.ops.get(getattr(expression, "key", None)),
            "operator": operator,
        }

    def index(self, index):
        options = dict(index.dialect_options[self.name]) if self.name in ("postgresql", "mysql", "sqlite") else {}
        return {
            "name": self.index_name(index),
            "unique": bool(index.unique),
            "ddl": self.guarded(lambda: str(CreateIndex(index).compile(dialect=self.dialect))),
            "method": options.get("using") or None,
            "where": None if options.get("where") is None else self.guarded(lambda: self.compiler.sql_compiler.process(sqlalchemy.text(options["where"]) if isinstance(options["where"], str) else options["where"], include_table=False, literal_binds=True)),
            "include": [getattr(it, "name", it) for it in options.get("include") or []],
            "nulls_not_distinct": bool(options.get("nulls_not_distinct")),
        }

    def collect_enum(self, type_):
        if isinstance(type_, sqlalchemy.ARRAY):
            self.collect_enum(type_.item_type)
            return
        impl = self.guarded(lambda: type_.dialect_impl(self.dialect))
        if isinstance(impl, sqlalchemy.types.TypeDecorator):
            impl = impl.load_dialect_impl(self.dialect)
        inner = getattr(impl, "impl", impl)
        for candidate in (impl, inner):
            if isinstance(candidate, sqlalchemy.Enum) and candidate.native_enum and candidate.name:
                schema = candidate.schema
                self.enums[(schema or "", candidate.name)] = list(candidate.enums)

    def made_here(self, item):
        """Whether ddl_if() leaves a constraint or index to this database."""
        condition = getattr(item, "_ddl_if", None)
        return condition is None or condition._should_execute(None, item, None, compiler=self.compiler)

    def table(self, table):
        if self.name == "postgresql":
            for column in table.columns:
                self.collect_enum(column.type)
        at_columns = [it for column in table.columns for it in column.constraints if isinstance(it, CheckConstraint)]
        constraints = [
            it for it in [*table.constraints, *at_columns]
            if (it._create_rule is None or it._create_rule(self.compiler))
            and self.made_here(it)
            and not (isinstance(it, PrimaryKeyConstraint) and not len(it.columns))
        ]
        return {
            "schema": table.schema,
            "name": table.name,
            "comment": table.comment if self.name != "sqlite" else None,
            "columns": [self.column(it) for it in table.columns],
            "constraints": sorted((self.constraint(it) for it in constraints), key=lambda it: json.dumps(it, sort_keys=True, default=str)),
            "indexes": sorted((self.index(it) for it in table.indexes if self.made_here(it)), key=lambda it: str(it["name"])),
            "ddl": self.guarded(lambda: str(CreateTable(table).compile(dialect=self.dialect)).strip()),
        }


def action(value):
    return None if value is None or value.upper() == "NO ACTION" else value.upper()


def deferral(constraint):
    if (constraint.initially or "").upper() == "DEFERRED":
        return "initially_deferred"
    return "deferrable" if constraint.deferrable else None


def main():
    warnings.simplefilter("ignore")
    dialect, modules = sys.argv[1], sys.argv[2:]
    stand_ins = os.environ.get("MODEL_FACTS_STAND_INS", "").split()
    sys.meta_path.append(StandIns(stand_ins))
    facts = Facts(dialect)
    tables = {}
    for metadata in collect(modules):
        for table in metadata.tables.values():
            tables.setdefault((table.schema or "", table.name), facts.table(table))
    print(json.dumps({
        "sqlalchemy": sqlalchemy.__version__,
        "dialect": dialect,
        "tables": [tables[it] for it in sorted(tables)],
        "enums": [{"schema": schema or None, "name": name, "labels": labels} for (schema, name), labels in sorted(facts.enums.items())],
    }, default=str))


if __name__ == "__main__":
    main()
