"""Writes the tables of imported models as plain declarations, for one database.

Run by the interpreter of the project: dump_models.py DIALECT MODULE[:NAME]…
Python source goes to standard output; it holds Table objects and nothing else.
"""

import importlib
import os
import pkgutil
import sys

import sqlalchemy
from sqlalchemy import MetaData, schema, types
from sqlalchemy.sql.elements import conv

HEAD = """\
import sqlalchemy as sa
from sqlalchemy import Text, conv
from sqlalchemy.dialects import mysql, postgresql, sqlite
"""


def collect(arguments):
    """The MetaData objects of the modules, in order of appearance."""
    found = []

    def add(value):
        if not isinstance(value, MetaData):
            try:
                value = getattr(value, "metadata", None)
            except Exception:  # a proxy to something that is not there yet
                return
        if isinstance(value, MetaData) and value.tables and all(value is not it for it in found):
            found.append(value)

    modules = []
    for argument in arguments:
        name, _, path = argument.partition(":")
        value = module = importlib.import_module(name)
        if path:
            for part in path.split("."):
                value = getattr(value, part)
            add(value)
            continue
        modules.append(module)
        if hasattr(module, "__path__"):
            for info in pkgutil.walk_packages(module.__path__, name + "."):
                modules.append(importlib.import_module(info.name))
    for module in modules:
        for value in list(vars(module).values()):
            add(value)
    return found


class Writer:
    """Writes declarations as one database gets them: variants chosen, expressions as text."""

    def __init__(self, dialect):
        self.dialect = dialect
        self.compiler = dialect.ddl_compiler(dialect, None)
        self.classes = {}
        names = ("postgresql", "mysql", "sqlite")
        self.modules = [(importlib.import_module("sqlalchemy.dialects." + it), it) for it in names]
        self.modules.insert(0, (sqlalchemy, "sa"))

    def sql(self, expression):
        if isinstance(expression, str):
            return expression
        return self.plain(self.compiler.sql_compiler.process(expression, include_table=False, literal_binds=True))

    def plain(self, text):
        """SQL without what is there for the driver alone."""
        return text.replace("%%", "%") if self.dialect.paramstyle in ("format", "pyformat") else text

    def text(self, expression):
        return f"sa.text({self.sql(expression).replace(':', chr(92) + ':')!r})"

    def name(self, part):
        if part.name is None:
            return None
        preparer = self.compiler.preparer
        name = preparer.format_index(part) if isinstance(part, schema.Index) else preparer.format_constraint(part)
        if name is None:
            return None
        name = name.split(".")[-1]
        quote = preparer.initial_quote
        return name[1:-1].replace(quote * 2, quote) if name.startswith(quote) else name

    def type(self, value):
        variants = getattr(value, "_variant_mapping", None) or getattr(value, "mapping", None) or {}
        if self.dialect.name in variants:
            return self.type(variants[self.dialect.name])
        if type(value) is types.Interval:  # a TypeDecorator whose own type only some databases have
            return f"sa.{value!r}"
        if isinstance(value, types.TypeDecorator):
            return self.type(value.load_dialect_impl(self.dialect))
        if isinstance(value, types.ARRAY):
            dimensions = f", dimensions={value.dimensions}" if value.dimensions else ""
            return f"postgresql.ARRAY({self.type(value.item_type)}{dimensions})"
        if isinstance(value, types.Enum):
            options = {"name": value.name and str(value.name), "schema": value.schema, "native_enum": value.native_enum}
            if value.create_constraint:
                options["create_constraint"] = True
            if not value.native_enum and value.length:
                options["length"] = value.length
            named = "".join(f", {key}={it!r}" for key, it in options.items() if it is not None)
            return f"sa.Enum({', '.join(map(repr, value.enums))}{named})"
        if isinstance(value, types.UserDefinedType) or not type(value).__module__.startswith("sqlalchemy."):
            return self.own(value)
        # A database's implementation of a type has a private class; its public base says the same.
        for base in type(value).__mro__:
            for module, prefix in self.modules:
                if getattr(module, base.__name__, None) is base:
                    return f"{prefix}.{base.__name__}{repr(value)[len(type(value).__name__):]}"
        return self.own(value)

    def own(self, value):
        """A type that the project or a package makes itself: a class that gives the same text."""
        text = value.compile(dialect=self.dialect)
        name = self.classes.setdefault(text, f"Type{len(self.classes) + 1}")
        return f"{name}()"

    def column(self, column):
        parts = [repr(str(column.name)), self.type(column.type)]
        if column.identity is not None:
            identity = column.identity
            options = {"always": bool(identity.always)}
            for key in ("start", "increment", "minvalue", "maxvalue", "cycle", "cache"):
                if getattr(identity, key) is not None:
                    options[key] = getattr(identity, key)
            parts.append(f"sa.Identity({', '.join(f'{k}={v!r}' for k, v in options.items())})")
        elif column.computed is not None:
            parts.append(f"sa.Computed({self.sql(column.computed.sqltext)!r}, persisted={column.computed.persisted!r})")
        if isinstance(column.default, schema.Sequence):
            parts.append(self.sequence(column.default))
        parts.append(f"nullable={column.nullable}")
        if column.primary_key:
            parts.append("primary_key=True")
            counts = column.table._autoincrement_column is column
            parts.append(f"autoincrement={True if counts else False}")
        if isinstance(column.server_default, schema.DefaultClause):
            default = self.plain(self.compiler.get_column_default_string(column))
            parts.append(f"server_default=sa.text({default.replace(':', chr(92) + ':')!r})")
        default = getattr(column.default, "arg", None)
        if getattr(column.default, "is_scalar", False) and type(default) in (str, int, float, bool):
            parts.append(f"default={default!r}")
        elif column.default is not None and not isinstance(column.default, schema.Sequence):
            parts.append("default=lambda: None")
        if column.comment:
            parts.append(f"comment={column.comment!r}")
        return f"sa.Column({', '.join(parts)})"

    def sequence(self, sequence, metadata=""):
        keys = ("schema", "start", "increment", "minvalue", "maxvalue", "cycle", "cache")
        options = {key: getattr(sequence, key) for key in keys}
        named = "".join(f", {key}={it!r}" for key, it in options.items() if it is not None)
        if sequence.data_type is not None:
            named += f", data_type={self.type(sequence.data_type)}"
        return f"sa.Sequence({str(sequence.name)!r}{named}{metadata})"

    def constraint(self, constraint):
        name = self.name(constraint)
        named = "" if name is None else f", name=conv({name!r})"
        for key in ("deferrable", "initially"):
            if getattr(constraint, key, None) is not None:
                named += f", {key}={getattr(constraint, key)!r}"
        # A key that columns ask for has the counting one first; one that is stated, its own order.
        implied = getattr(constraint, "_implicit_generated", False)
        listed = constraint.columns_autoinc_first if implied else getattr(constraint, "columns", ())
        columns = ", ".join(repr(str(it.name)) for it in listed)
        if isinstance(constraint, schema.PrimaryKeyConstraint):
            return f"sa.PrimaryKeyConstraint({columns}{named})" if columns else None
        if isinstance(constraint, schema.ForeignKeyConstraint):
            target = constraint.elements[0].column.table
            referred = [f"{target.fullname}.{it.column.name}" for it in constraint.elements]
            for key in ("ondelete", "onupdate", "match"):
                if getattr(constraint, key):
                    named += f", {key}={getattr(constraint, key)!r}"
            return f"sa.ForeignKeyConstraint([{columns}], {referred!r}{named})"
        if isinstance(constraint, schema.UniqueConstraint):
            options = constraint.dialect_options["postgresql"]
            if options.get("nulls_not_distinct"):
                named += ", postgresql_nulls_not_distinct=True"
            if options.get("include"):
                named += f", postgresql_include={[getattr(it, 'name', it) for it in options['include']]!r}"
            return f"sa.UniqueConstraint({columns}{named})"
        if isinstance(constraint, schema.CheckConstraint):
            return f"sa.CheckConstraint({self.text(constraint.sqltext)}{named})"
        if type(constraint).__name__ == "ExcludeConstraint":
            elements = ", ".join(f"({self.excluded(it)}, {operator!r})" for it, _, operator in constraint._render_exprs)
            if constraint.ops:
                named += f", ops={dict(constraint.ops)!r}"
            if constraint.where is not None:
                named += f", where={self.text(constraint.where)}"
            return f"postgresql.ExcludeConstraint({elements}, using={constraint.using!r}{named})"
        raise SystemExit(f"a {type(constraint).__name__} of {constraint.table} cannot be written")

    def excluded(self, expression):
        plain = isinstance(expression, sqlalchemy.sql.elements.ColumnClause) and not expression.is_literal
        return repr(str(expression.name)) if plain else self.text(expression)

    def index(self, index):
        name = self.name(index)
        parts = [repr(name)]
        for expression in index.expressions:
            plain = isinstance(expression, schema.Column)
            text = repr(str(expression.name)) if plain else self.text(expression)
            label = None if plain else getattr(expression, "key", None)
            if label in (index.dialect_options["postgresql"].get("ops") or {}):
                text = f"sa.literal_column({self.sql(expression)!r}).label({label!r})"
            parts.append(text)
        if index.unique:
            parts.append("unique=True")
        for key, value in index.dialect_options[self.dialect.name].items():
            if value is None or value is False or value == {} or value == []:
                continue
            if hasattr(value, "compare"):
                value = self.text(value)
            elif isinstance(value, str) and key == "where":
                value = f"sa.text({value!r})"
            elif isinstance(value, (list, tuple)):
                value = repr([getattr(it, "name", it) for it in value])
            else:
                value = repr(value)
            parts.append(f"{self.dialect.name}_{key}={value}")
        return f"sa.Index({', '.join(parts)})"

    def table(self, table, metadata):
        created = [
            *table.constraints,
            *(it for column in table.columns for it in column.constraints if isinstance(it, schema.CheckConstraint)),
        ]
        kept = [
            it for it in created
            if (it._create_rule is None or it._create_rule(self.compiler))
            and not getattr(it, "_type_bound", False)
        ]
        ordered = sorted(kept, key=lambda it: getattr(it, "_creation_order", 0))
        items = [self.column(it) for it in table.columns]
        items += [it for it in map(self.constraint, ordered) if it]
        items += [self.index(it) for it in sorted(table.indexes, key=lambda it: str(it.name))]
        if table.schema:
            items.append(f"schema={table.schema!r}")
        if table.comment:
            items.append(f"comment={table.comment!r}")
        for key, value in table.dialect_options[self.dialect.name].items():
            usual = table.dialect_options[self.dialect.name]._defaults.get(key)
            if isinstance(value, (str, bool, int)) and value and value != usual:
                items.append(f"{self.dialect.name}_{key}={value!r}")
        body = "".join(f"    {it},\n" for it in items)
        return f"sa.Table(\n    {str(table.name)!r},\n    {metadata},\n{body})\n"


def main():
    name, modules = sys.argv[1], sys.argv[2:]
    output, sys.stdout = sys.stdout, sys.stderr  # what the models print is not the result
    sys.path.insert(0, os.getcwd())
    dialect = importlib.import_module("sqlalchemy.dialects." + name).dialect()
    writer = Writer(dialect)
    written = []
    for number, metadata in enumerate(collect(modules), 1):
        convention = {key: it for key, it in metadata.naming_convention.items() if isinstance(key, str) and isinstance(it, str)}
        written.append(f"metadata{number} = sa.MetaData(naming_convention={dict(convention)!r})\n")
        sequences = getattr(metadata, "_sequences", {}).values()
        written += [writer.sequence(it, f", metadata=metadata{number}") + "\n" for it in sequences]
        written += [writer.table(it, f"metadata{number}") for it in metadata.sorted_tables]
    classes = [
        f"class {name}(sa.types.UserDefinedType):\n    def get_col_spec(self, **kw):\n        return {text!r}\n"
        for text, name in writer.classes.items()
    ]
    output.write("\n".join([f"# SQLAlchemy {sqlalchemy.__version__}", HEAD, *classes, *written]))


if __name__ == "__main__":
    main()
