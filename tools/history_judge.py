"""Runs inside a project's own environment: real Alembic carries its history out.

python history_judge.py upgrade REQUEST.json   upgrades a database online; prints a JSON answer
python history_judge.py offline REQUEST.json   renders each revision's SQL; prints a JSON answer
python history_judge.py tables REQUEST.json    reads a SQLite file; prints a JSON answer
"""

import importlib
import json
import os
import sqlite3
import sys
import traceback

ENV = """from alembic import context
from sqlalchemy import create_engine

config = context.config
engine = create_engine(config.get_main_option("sqlalchemy.url").replace("%%", "%"))
with engine.connect() as connection:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.commit()
    # One transaction for each revision: a label added to an enum may be used by the next one.
    context.configure(
        connection=connection,
        target_metadata=config.attributes["metadata"],
        transaction_per_migration=True,
        render_as_batch=config.attributes["batch"],
    )
    with context.begin_transaction():
        context.run_migrations()
"""


def configuration(request):
    from alembic.config import Config

    folder = request["work"]
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "env.py"), "w", encoding="utf-8") as file:
        file.write(ENV)
    config = Config()
    config.set_main_option("script_location", folder)
    config.set_main_option("version_locations", "\n".join(request["versions"]))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("recursive_version_locations", "true")
    config.set_main_option("sqlalchemy.url", request.get("url", "").replace("%", "%%"))
    config.attributes["metadata"] = metadata(request)
    config.attributes["batch"] = request.get("batch", False)
    return config


def metadata(request):
    """The metadata env.py passes to Alembic, or its naming convention: MODULE:ATTRIBUTE."""
    from sqlalchemy import MetaData

    for module in request.get("imports", []):
        importlib.import_module(module)
    if request.get("convention"):
        return MetaData(naming_convention=request["convention"])
    stated = request.get("metadata")
    if not stated:
        return None
    module, _, path = stated.partition(":")
    found = importlib.import_module(module)
    for part in path.split("."):
        found = getattr(found, part)
    # Only the convention: what the models are today is none of a revision's business.
    return MetaData(naming_convention=getattr(found, "naming_convention", found))


def reason(error):
    """The last line of the traceback, with the script it comes from."""
    frames = traceback.extract_tb(error.__traceback__)
    scripts = [f for f in frames if os.sep + "versions" + os.sep in f.filename]
    place = f" ({os.path.basename(scripts[-1].filename)}:{scripts[-1].lineno})" if scripts else ""
    text = str(error).strip().splitlines() or [""]
    return f"{type(error).__name__}: {text[0]}{place}"


def upgrade(request):
    from alembic import command
    from alembic.script import ScriptDirectory

    config = configuration(request)
    script = ScriptDirectory.from_config(config)
    revisions = [it.revision for it in script.walk_revisions()]
    try:
        command.upgrade(config, "heads")
    except ModuleNotFoundError as error:
        return {"revisions": revisions, "missing": error.name}
    except Exception as error:
        return {"revisions": revisions, "failed": reason(error)}
    return {"revisions": revisions}


def offline(request):
    """Alembic's own SQL for each upgrade(), or why it cannot say it."""
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    config = configuration(request)
    answer = {}
    for script in ScriptDirectory.from_config(config).walk_revisions():
        chunks = []
        context = MigrationContext.configure(
            dialect_name=request["dialect"],
            opts={"as_sql": True, "literal_binds": True, "target_metadata": config.attributes["metadata"]},
        )
        context.impl.static_output = chunks.append
        try:
            with Operations.context(context):
                script.module.upgrade()
        except Exception as error:
            answer[script.revision] = {"failed": reason(error)}
        else:
            answer[script.revision] = {"statements": [it.strip().rstrip(";") for it in chunks]}
    return answer


def tables(request):
    """What SQLAlchemy sees in a SQLite file, as one flat object of facts."""
    from sqlalchemy import create_engine, inspect

    inspector = inspect(create_engine("sqlite:///" + request["file"]))
    facts = {}
    for table in inspector.get_table_names():
        if table == "alembic_version":
            continue
        facts[f"{table}|table"] = True
        columns = inspector.get_columns(table)
        facts[f"{table}|order of columns"] = [it["name"] for it in columns]
        for column in columns:
            name = f"{table}|column {column['name']}"
            facts[name + " type"] = str(column["type"])
            facts[name + " nullable"] = column["nullable"]
            facts[name + " default"] = column["default"]
        key = inspector.get_pk_constraint(table)
        facts[f"{table}|primary key"] = [key.get("name"), key["constrained_columns"]]
        for key in inspector.get_foreign_keys(table):
            what = [key["name"], key["referred_table"], key["referred_columns"], sorted(key["options"].items())]
            facts[f"{table}|foreign key {key['constrained_columns']}"] = what
        for unique in inspector.get_unique_constraints(table):
            facts[f"{table}|unique {unique['column_names']}"] = unique["name"]
        for check in inspector.get_check_constraints(table):
            facts[f"{table}|check {check['name']} {check['sqltext']}"] = True
    connection = sqlite3.connect(request["file"])
    for name, table, sql in connection.execute(
        "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ):
        facts[f"{table}|index {name}"] = " ".join(sql.replace('"', "").replace(" ASC", "").split())
    return facts


def main():
    with open(sys.argv[2], encoding="utf-8") as file:
        request = json.load(file)
    sys.path[:0] = request["path"]
    answer = {"upgrade": upgrade, "offline": offline, "tables": tables}[sys.argv[1]](request)
    # Scripts print, too; the answer is the last line.
    print("\n" + json.dumps(answer))


if __name__ == "__main__":
    main()
